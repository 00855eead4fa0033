/**
 * GeoPackage (OGC 12-128) on a reader of our own for SQLite's file format: {@link
 * org.batchuploader.geotools.geopackage.GeoPackageFormat}. Only tables are read, from front to back; no SQL is run and no
 * native code sees a byte. Pages are visited once, so that no chain of them can go in circles.
 */
@NullMarked
package org.batchuploader.geotools.geopackage;

import org.jspecify.annotations.NullMarked;
