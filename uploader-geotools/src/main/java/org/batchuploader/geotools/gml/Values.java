package org.batchuploader.geotools.gml;

import java.util.regex.Pattern;

/** Values of properties, as far as they show what they are; schemas, which would say it, are not read. */
final class Values {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,20})[.][0-9]{1,30}(?:[eE][-+]?[0-9]{1,3})?");

    private Values() {}

    static Object of(String text) {
        if (text.length() <= 60) {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
            if (DECIMAL.matcher(text).matches()) {
                return Double.parseDouble(text);
            }
        }
        return text;
    }
}
