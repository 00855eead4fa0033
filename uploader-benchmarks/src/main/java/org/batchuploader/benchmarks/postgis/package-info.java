/**
 * Loading into PostGIS: {@link org.batchuploader.benchmarks.postgis.PostgisBenchmark} against {@code ogr2ogr} and
 * {@code shp2pgsql}, and {@link org.batchuploader.benchmarks.postgis.ContentRun} whether the same is in the tables.
 */
@NullMarked
package org.batchuploader.benchmarks.postgis;

import org.jspecify.annotations.NullMarked;
