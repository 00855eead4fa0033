/**
 * What the owner wrote about the data in a metadata sidecar ({@code roads.shp.xml}, {@code roads.xml},
 * {@code roads.tif.xml}), read by {@link org.batchuploader.geotools.sidecar.Sidecars}: ISO 19139, FGDC's standard, and
 * ArcGIS's own. All of it is text from outside: bounded, without document types, and no address in it is ever followed.
 */
@NullMarked
package org.batchuploader.geotools.sidecar;

import org.jspecify.annotations.NullMarked;
