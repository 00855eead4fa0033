/**
 * Shapefiles, read in a stream: {@link org.batchuploader.geotools.shapefile.ShpReader} for shapes, {@link org.batchuploader.geotools.shapefile.DbfReader} for rows. No mapped buffers, no memory that grows with the file.
 */
@NullMarked
package org.batchuploader.geotools.shapefile;

import org.jspecify.annotations.NullMarked;
