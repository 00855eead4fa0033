/** How fast a shapefile is inspected, beside GDAL on the same files. */
@NullMarked
package org.batchuploader.benchmarks.inspect;

import org.jspecify.annotations.NullMarked;
