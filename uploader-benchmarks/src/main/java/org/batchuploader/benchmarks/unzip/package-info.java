/**
 * Inflating a zip against {@code unzip -t}. Read {@link org.batchuploader.benchmarks.unzip.UnzipBenchmark}, which says what is
 * timed. It needs {@code unzip} on the path.
 */
@org.jspecify.annotations.NullMarked
package org.batchuploader.benchmarks.unzip;
