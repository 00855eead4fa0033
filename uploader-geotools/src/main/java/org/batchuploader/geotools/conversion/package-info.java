/**
 * Writes a shapefile, which every registry takes, from features of any format: {@link
 * org.batchuploader.geotools.conversion.ShapefileWriter} is its way in. Written in a stream, into files of the temporary
 * directory that are handed on and deleted. What does not fit into a shapefile is known before, see {@link
 * org.batchuploader.geotools.conversion.Room}.
 */
@NullMarked
package org.batchuploader.geotools.conversion;

import org.jspecify.annotations.NullMarked;
