package org.batchuploader.geotools.csv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell means. */
final class Cell {
    /** No leading zeros: those are codes, which must keep them. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,20})?[.][0-9]{1,30}(?:[eE][-+]?[0-9]{1,3})?");

    /** A number that keeps how it was written, for the case that its column turns out to be text. */
    @SuppressWarnings("serial")
    private static final class Written extends Number {
        private final String text;
        private final double value;

        Written(String text, double value) {
            this.text = text;
            this.value = value;
        }

        @Override
        public int intValue() {
            return (int) value;
        }

        @Override
        public long longValue() {
            return (long) value;
        }

        @Override
        public float floatValue() {
            return (float) value;
        }

        @Override
        public double doubleValue() {
            return value;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private Cell() {}

    /** @param comma whether a comma is the decimal sign */
    static @Nullable Object value(String cell, boolean comma) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= 60) {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
            String plain = comma ? text.replace(',', '.') : text;
            if (DECIMAL.matcher(plain).matches()) {
                return new Written(text, Double.parseDouble(plain));
            }
        }
        return cell;
    }

    /** A coordinate; NaN when it is none. */
    static double coordinate(String cell, boolean comma) {
        String text = cell.strip();
        try {
            return text.length() > 60 ? Double.NaN : Double.parseDouble(comma ? text.replace(',', '.') : text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
