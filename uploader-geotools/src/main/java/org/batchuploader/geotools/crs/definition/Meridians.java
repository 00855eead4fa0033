package org.batchuploader.geotools.crs.definition;

import java.util.Locale;
import java.util.Map;

/** Prime meridians in degrees from Greenwich, as the EPSG dataset has them. */
public final class Meridians {
    private static final double SAME = 5e-6;
    private static final Map<String, Double> BY_NAME = Map.ofEntries(
            Map.entry("greenwich", 0.0),
            Map.entry("lisbon", -9.131906111111112),
            Map.entry("paris", 2.33722917),
            Map.entry("paris rgs", 2.337208333333333),
            Map.entry("bogota", -74.08091666666667),
            Map.entry("madrid", -3.687375),
            Map.entry("rome", 12.452333333333332),
            Map.entry("bern", 7.439583333333333),
            Map.entry("jakarta", 106.80771944444444),
            Map.entry("ferro", -17.666666666666668),
            Map.entry("brussels", 4.367975),
            Map.entry("stockholm", 18.05827777777778),
            Map.entry("athens", 23.7163375),
            Map.entry("oslo", 10.722916666666666),
            Map.entry("copenhagen", 12.577475));

    private Meridians() {}

    public static boolean isKnown(double degrees) {
        return BY_NAME.values().stream().anyMatch(known -> Math.abs(known - degrees) < SAME);
    }

    /** By its name or as a number of degrees; Greenwich for what is neither. */
    public static double named(String text) {
        Double known = BY_NAME.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        try {
            double degrees = Double.parseDouble(text);
            return Math.abs(degrees) <= 360 ? degrees : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether two longitudes mean the same meridian. */
    public static boolean same(double a, double b) {
        return Math.abs(a - b) < SAME;
    }
}
