/**
 * Shapefiles: {@link org.batchuploader.geotools.shapefile.ShapefileInspector} has every byte looked at once and says what is wrong,
 * {@link org.batchuploader.geotools.shapefile.ShpReader} and {@link org.batchuploader.geotools.shapefile.AttributeReader} hand out what was
 * inspected. Read through windows of a fixed size, with no object per record, and no length is believed.
 */
@NullMarked
package org.batchuploader.geotools.shapefile;

import org.jspecify.annotations.NullMarked;
