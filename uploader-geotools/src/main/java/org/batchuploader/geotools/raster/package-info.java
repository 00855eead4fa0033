/**
 * GeoTIFF: the directory is read and checked by us before anything is decoded.
 */
@NullMarked
package org.batchuploader.geotools.raster;

import org.jspecify.annotations.NullMarked;
