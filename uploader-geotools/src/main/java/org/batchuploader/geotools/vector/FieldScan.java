package org.batchuploader.geotools.vector;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of one attribute have in common: the narrowest type that takes them all, and the room they need. */
final class FieldScan {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])");
    private static final int LONGEST_INTEGER = 18;

    private boolean text;
    private boolean number;
    private boolean whole;
    private boolean truth;
    private boolean date;
    private int bytes;
    private int digits;
    private long cut;

    void look(@Nullable Object value, int room) {
        if (value instanceof Long l) {
            whole = true;
            int length = Long.toString(l).length();
            digits = Math.max(digits, length);
            bytes = Math.max(bytes, length);
        } else if (value instanceof Number) {
            number = true;
            bytes = Math.max(bytes, value.toString().length());
        } else if (value instanceof Boolean) {
            truth = true;
            bytes = Math.max(bytes, 5);
        } else if (value instanceof String s) {
            look(s, room);
        }
    }

    private void look(String value, int room) {
        if (value.length() == 10 && DATE.matcher(value).matches() && isDay(value)) {
            date = true;
        } else {
            text = true;
        }
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length > room) {
            cut++;
        }
        bytes = Math.max(bytes, length);
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** As {@link org.batchuploader.core.inspect.Field} names types. */
    String type() {
        int kinds = (number || whole ? 1 : 0) + (truth ? 1 : 0) + (date ? 1 : 0);
        if (text || kinds != 1) {
            return "string";
        }
        if (truth) {
            return "boolean";
        }
        if (date) {
            return "date";
        }
        if (number) {
            return "number";
        }
        return digits > LONGEST_INTEGER ? "string" : "integer";
    }

    /** In bytes of UTF-8 or in digits. */
    int width() {
        return switch (type()) {
            case "integer" -> Math.max(1, digits);
            case "string" -> Math.max(1, bytes);
            case "boolean" -> 1;
            default -> 0;
        };
    }

    /** Texts longer than there is room for. */
    long cut() {
        return type().equals("string") ? cut : 0;
    }
}
