/**
 * Geometries as plain coordinates, whatever format they came in: {@link org.batchuploader.geotools.geometry.Shape} is what
 * all vector formats speak in. Also the encodings that several formats share, well-known binary and text. Nothing here
 * knows of files or attributes.
 */
@NullMarked
package org.batchuploader.geotools.geometry;

import org.jspecify.annotations.NullMarked;
