package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.ValueType;
import org.jspecify.annotations.Nullable;

/** A number written in digits, exactly as it is written. */
final class NumberCell extends Cell {
    /** Digits that a long surely has room for. */
    private static final int SURE = 18;

    private static final int LARGEST_SCALE = 16;
    private static final long[] POWERS = new long[LARGEST_SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final DbfValues values = new DbfValues(StandardCharsets.ISO_8859_1);
    private final boolean whole;

    NumberCell(DbfColumn column, boolean wide) {
        super(
                column,
                wide || !column.typeName().equals("integer")
                        ? ValueType.DECIMAL
                        : column.width() < 10 ? ValueType.INTEGER : ValueType.LONG);
        whole = type() != ValueType.DECIMAL;
    }

    @Override
    boolean put(byte[] bytes, int row, FeatureSink sink) throws IOException {
        int from = row + column.offset();
        int to = from + column.width();
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            sink.nothing();
            return true;
        }
        boolean negative = bytes[from] == '-';
        int digits = 0;
        int point = -1;
        long number = 0;
        int at = negative || bytes[from] == '+' ? from + 1 : from;
        for (; at < to && digits <= SURE; at++) {
            byte letter = bytes[at];
            if (letter >= '0' && letter <= '9') {
                number = 10 * number + letter - '0';
                digits++;
            } else if ((letter == '.' || letter == ',') && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int scale = point < 0 ? 0 : to - point - 1;
        if (at < to || digits == 0 || digits > SURE || scale > LARGEST_SCALE) {
            return other(
                    values.read(
                            column,
                            Arrays.copyOfRange(bytes, row + column.offset(), row + column.offset() + column.width())),
                    sink);
        }
        return put(negative ? -number : number, scale, sink);
    }

    private boolean put(long unscaled, int scale, FeatureSink sink) throws IOException {
        if (!whole) {
            sink.decimal(unscaled, scale);
            return true;
        }
        long value = scale == 0 ? unscaled : unscaled / POWERS[scale];
        if ((scale > 0 && value * POWERS[scale] != unscaled) || (type() == ValueType.INTEGER && value != (int) value)) {
            return false;
        }
        sink.whole(value);
        return true;
    }

    /** What is written with an exponent, is very long, or is no number at all. */
    private boolean other(@Nullable Object value, FeatureSink sink) throws IOException {
        if (value == null) {
            sink.nothing();
        } else if (value instanceof Long number && whole) {
            return put(number, 0, sink);
        } else if (whole) {
            return false;
        } else {
            sink.decimal(value instanceof Long number ? BigDecimal.valueOf(number) : (BigDecimal) value);
        }
        return true;
    }
}
