/**
 * How often coordinate reference systems are recognised, how honest the confidence is and how long it takes, beginning with {@link org.batchuploader.benchmarks.crs.CrsRun}. The truth comes from pyproj, the
 * peer is GeoTools' own look-up. Nothing here is part of the product.
 */
@NullMarked
package org.batchuploader.benchmarks.crs;

import org.jspecify.annotations.NullMarked;
