package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.ValueType;
import org.jspecify.annotations.Nullable;

/** One column of a table as the values of features; reads the cells of one row after another. */
abstract class Cell {
    final DbfColumn column;
    private final ValueType type;

    Cell(DbfColumn column, ValueType type) {
        this.column = column;
        this.type = type;
    }

    /** @param wide whether a value was seen that is no whole number, though the column says so */
    static Cell of(DbfColumn column, Charset charset, boolean wide) {
        return switch (column.type()) {
            case 'N', 'F' -> new NumberCell(column, wide);
            case 'C' -> new TextCell(column, charset);
            case 'D' -> new DateCell(column);
            default -> new OtherCell(column, charset);
        };
    }

    ValueType type() {
        return type;
    }

    /** Of a text, in characters: no character set has more of them than bytes. */
    int width() {
        return type == ValueType.TEXT ? column.width() : 0;
    }

    /**
     * Hands on the value of a row.
     *
     * @param row where it begins
     * @return false when the type is too narrow for it; what was handed on then is worth nothing
     */
    abstract boolean put(byte[] bytes, int row, FeatureSink sink) throws IOException;

    private static final class DateCell extends Cell {
        private static final int DIGITS = 8;
        /** Of a day, in seconds; midnights divide by it without a rest. */
        private static final long DAY = 86_400;

        DateCell(DbfColumn column) {
            super(column, ValueType.DATE);
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
            int date = to - from == DIGITS ? digits(bytes, from) : -1;
            int year = date / 10_000;
            int month = date / 100 % 100;
            int day = date % 100;
            if (date >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month)) {
                sink.date(IsoChronology.INSTANCE.epochSecond(year, month, day, 0, 0, 0, ZoneOffset.UTC) / DAY);
            } else {
                sink.nothing();
            }
            return true;
        }

        private static int length(int year, int month) {
            return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
        }

        private static int digits(byte[] bytes, int from) {
            int number = 0;
            for (int i = from; i < from + DIGITS; i++) {
                if (bytes[i] < '0' || bytes[i] > '9') {
                    return -1;
                }
                number = 10 * number + bytes[i] - '0';
            }
            return number;
        }
    }

    static boolean isBlank(byte letter) {
        return letter == ' ' || letter == 0;
    }

    /** What is rare: truth values and what only FoxPro has, an object for each. */
    private static final class OtherCell extends Cell {
        private final DbfValues values;

        OtherCell(DbfColumn column, Charset charset) {
            super(
                    column,
                    switch (column.type()) {
                        case 'L' -> ValueType.BOOLEAN;
                        case 'I', '+' -> ValueType.INTEGER;
                        case 'Y', 'B', 'O' -> ValueType.DECIMAL;
                        default -> ValueType.TEXT;
                    });
            this.values = new DbfValues(charset);
        }

        @Override
        int width() {
            return super.width() == 0 ? 0 : Math.max(column.width(), 19);
        }

        @Override
        boolean put(byte[] bytes, int row, FeatureSink sink) throws IOException {
            byte[] cell = new byte[column.width()];
            System.arraycopy(bytes, row + column.offset(), cell, 0, cell.length);
            hand(values.read(column, cell), sink);
            return true;
        }

        private static void hand(@Nullable Object value, FeatureSink sink) throws IOException {
            if (value == null || value.equals("")) {
                sink.nothing();
            } else if (value instanceof Boolean truth) {
                sink.truth(truth);
            } else if (value instanceof Long whole) {
                sink.whole(whole);
            } else if (value instanceof BigDecimal decimal) {
                sink.decimal(decimal);
            } else {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                sink.text(text, 0, text.length);
            }
        }
    }
}
