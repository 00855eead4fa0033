package org.batchuploader.geotools.crs;

import org.jspecify.annotations.Nullable;

/**
 * A horizontal CRS as the EPSG dataset lists it.
 *
 * @param base code of the geographic CRS it rests on, its own for a geographic one
 * @param datum code of the datum, 0 when the dataset has none
 * @param origin what its projection starts from, absent for a geographic CRS
 * @param area of use, absent when the dataset has none
 */
record EpsgEntry(
        int code, String name, boolean deprecated, int base, int datum, @Nullable Origin origin, @Nullable Area area) {
    /**
     * What all projections have, whatever the method: degrees from the prime meridian, and metres.
     */
    record Origin(double longitude, double latitude, double falseEasting, double falseNorthing) {
        /** Equal for projections that may be the same one; rounded, to find them by. */
        String key() {
            return Math.round(longitude * 1e4) + "/" + Math.round(falseEasting) + "/" + Math.round(falseNorthing);
        }
    }

    boolean isProjected() {
        return origin != null;
    }

    String authorityCode() {
        return "EPSG:" + code;
    }
}
