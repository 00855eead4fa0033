package org.batchuploader.geotools.crs.index;

/**
 * A CRS that a definition may mean.
 *
 * @param score for ranking only
 * @param name how alike the names are, in [0, 1]
 * @param datum how alike the names of datum and geographic CRS are, in [0, 1]; negative when none is given
 * @param distance between the definitions, roughly in metres
 */
record Evidence(CrsEntry entry, double score, double name, double datum, double distance) {}
