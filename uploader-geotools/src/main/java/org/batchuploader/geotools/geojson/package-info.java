/**
 * GeoJSON after RFC 7946, after its ancestor of 2008 with a {@code crs} member, and one feature after the other (RFC 8142,
 * newline-delimited): {@link org.batchuploader.geotools.geojson.GeoJsonFormat}. Tokens are read by Jackson, in a stream,
 * with bounds on depth and lengths. No document is ever held as a whole.
 */
@NullMarked
package org.batchuploader.geotools.geojson;

import org.jspecify.annotations.NullMarked;
