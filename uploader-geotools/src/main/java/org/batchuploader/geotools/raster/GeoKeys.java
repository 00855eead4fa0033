package org.batchuploader.geotools.raster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The geokeys of OGC GeoTIFF 1.1 that say what the CRS is. */
record GeoKeys(Map<Integer, Integer> numbers, Map<Integer, Double> reals, Map<Integer, String> texts) {
    private static final int DIRECTORY = 34735;
    private static final int REALS = 34736;
    private static final int ASCII = 34737;
    private static final int RASTER_TYPE = 1025;
    private static final int CITATION = 1026;
    private static final int GEODETIC_CRS = 2048;
    private static final int GEODETIC_CITATION = 2049;
    private static final int PROJECTED_CRS = 3072;
    private static final int PROJECTED_CITATION = 3073;
    private static final int USER_DEFINED = 32767;
    private static final Pattern ESRI = Pattern.compile("(?s)ESRI PE String = (.*)");

    static final GeoKeys NONE = new GeoKeys(Map.of(), Map.of(), Map.of());

    static GeoKeys of(TiffImage image) {
        var numbers = new HashMap<Integer, Integer>();
        var reals = new HashMap<Integer, Double>();
        var texts = new HashMap<Integer, String>();
        Optional<TiffField> directory = image.field(DIRECTORY);
        double[] values = image.field(REALS).map(TiffField::reals).orElse(new double[0]);
        String ascii = image.field(ASCII).map(TiffField::wholeText).orElse("");
        if (directory.isPresent() && directory.get().count() >= 4) {
            TiffField keys = directory.get();
            long count = Math.min(keys.integer(3), keys.count() / 4 - 1);
            for (int i = 1; i <= count; i++) {
                int key = (int) keys.integer(4 * i);
                int length = (int) keys.integer(4 * i + 2);
                int value = (int) keys.integer(4 * i + 3);
                if (keys.integer(4 * i + 1) == 0) {
                    numbers.put(key, value);
                } else if (keys.integer(4 * i + 1) == REALS && value < values.length) {
                    reals.put(key, values[value]);
                } else if (keys.integer(4 * i + 1) == ASCII && value + length <= ascii.length()) {
                    texts.put(key, ascii.substring(value, value + length).replaceFirst("\\|+\0*$", ""));
                }
            }
        }
        return new GeoKeys(numbers, reals, texts);
    }

    /** The value of a key, 0 without. */
    int number(int key) {
        return numbers.getOrDefault(key, 0);
    }

    double real(int key, double otherwise) {
        double value = reals.getOrDefault(key, otherwise);
        return Double.isFinite(value) ? value : otherwise;
    }

    /** The text of a key, empty without. */
    String text(int key) {
        return texts.getOrDefault(key, "");
    }

    boolean isEmpty() {
        return !numbers.containsKey(GEODETIC_CRS) && !numbers.containsKey(PROJECTED_CRS) && esri().isEmpty();
    }

    /** Whether coordinates are those of the middles of pixels. */
    boolean isPixelPoint() {
        return numbers.getOrDefault(RASTER_TYPE, 1) == 2;
    }

    /** The EPSG code, unless the CRS is defined by its parameters. */
    OptionalInt code() {
        int projected = numbers.getOrDefault(PROJECTED_CRS, 0);
        int code = projected != 0 ? projected : numbers.getOrDefault(GEODETIC_CRS, 0);
        return code > 1000 && code < USER_DEFINED ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /** Well-known text that ESRI's programs put into a citation. */
    Optional<String> esri() {
        for (int key : new int[] {PROJECTED_CITATION, GEODETIC_CITATION, CITATION}) {
            Matcher matcher = ESRI.matcher(texts.getOrDefault(key, ""));
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
