package org.batchuploader.postgis;

/**
 * Where geometries of one CRS go.
 *
 * @param extension the schema PostGIS is in
 * @param srid of the CRS in this database
 */
record Target(String extension, int srid) {}
