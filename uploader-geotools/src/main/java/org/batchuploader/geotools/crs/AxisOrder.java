package org.batchuploader.geotools.crs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/**
 * The order of coordinates that a name for a CRS stands for: in the URN and the URL of OGC the authority's own, so latitude
 * first for EPSG:4326; in older names easting or longitude first (OGC 09-048r5, GeoServer's and GDAL's habit alike).
 */
public final class AxisOrder {
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?i)(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)EPSG[:/].*?(\\d{4,6})");

    private AxisOrder() {}

    /** Whether northing or latitude comes first. */
    public static boolean isNorthFirst(String name) {
        Matcher matcher = AUTHORITY.matcher(name.strip());
        if (!matcher.matches()) {
            return false;
        }
        try {
            return CRS.getAxisOrder(CRS.decode("urn:ogc:def:crs:EPSG::" + matcher.group(1)))
                    == CRS.AxisOrder.NORTH_EAST;
        } catch (FactoryException | RuntimeException e) {
            return false;
        }
    }
}
