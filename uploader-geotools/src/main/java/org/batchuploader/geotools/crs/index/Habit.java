package org.batchuploader.geotools.crs.index;

import java.util.Set;
import java.util.regex.Pattern;

/** How much more often a CRS is met in deliveries than others that are used in the same place; 1 for most. */
final class Habit {
    /** The systems that national mapping of the last decades is delivered in. */
    private static final Set<Integer> NATIONAL = Set.of(
            2056, 2100, 2154, 2157, 2180, 2193, 2326, 21781, 23700, 25830, 25831, 25832, 25833, 27700, 28992, 3006,
            3035, 3059, 3067, 3301, 3346, 3347, 3405, 3414, 3577, 3763, 3765, 3794, 3812, 3857, 31287, 31370, 31467,
            31468, 5070, 5179, 5186, 5514, 5880, 6933, 7855, 7856, 4258, 4269, 4283, 4267, 4674, 7844, 6668, 4490, 3034,
            3031, 3413, 3995, 6312, 32198, 3978, 2039, 4171);

    /** Frames of one epoch, which geodesists compute in and hardly anybody maps in. */
    private static final Pattern REALISATION =
            Pattern.compile("^(SIRGAS-CON|ITRF|IGS|IGb|ETRF|WGS 72|WGS 84 \\(|DBREF|NAD83\\(CSRS\\)v)");

    private Habit() {}

    static double of(CrsEntry entry) {
        int code = entry.code();
        if (!entry.authority().equals("EPSG")) {
            return 0.3;
        } else if (code == 4326) {
            return 300;
        } else if (code == 4269 || code == 4267) {
            return 16;
        } else if (code == 3857) {
            return 30;
        } else if (NATIONAL.contains(code)) {
            return 8;
        } else if ((code > 32600 && code <= 32661) || (code > 32700 && code <= 32761)) {
            return 6;
        } else if ((code >= 25828 && code <= 25837) || (code >= 26901 && code <= 26923)) {
            return 5;
        }
        return REALISATION.matcher(entry.name()).find() ? 0.1 : 1;
    }
}
