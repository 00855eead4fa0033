/**
 * What the owner sees of a dataset: a picture and GeoJSON.
 */
@NullMarked
package org.batchuploader.geotools.render;

import org.jspecify.annotations.NullMarked;
