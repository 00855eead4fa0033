/**
 * Which coordinate reference system is meant: {@link org.batchuploader.geotools.crs.CrsIdentifier}, over the EPSG dataset that GeoTools carries. Longitude and easting come first everywhere here.
 */
@NullMarked
package org.batchuploader.geotools.crs;

import org.jspecify.annotations.NullMarked;
