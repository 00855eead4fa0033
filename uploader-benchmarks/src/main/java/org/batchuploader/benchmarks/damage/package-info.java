/** Damaged shapefiles, what we make of them, and what GDAL says to that. */
@NullMarked
package org.batchuploader.benchmarks.damage;

import org.jspecify.annotations.NullMarked;
