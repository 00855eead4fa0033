package org.batchuploader.geotools.shapefile;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.JulianFields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From the bytes of a cell to what they mean. What cannot be read is null, as every reader of dBASE has it. */
public final class DbfValues {
    private final Charset charset;

    DbfValues(Charset charset) {
        this.charset = charset;
    }

    /** A {@link String}, {@link Long}, {@link BigDecimal}, {@link LocalDate}, {@link LocalDateTime}, {@link Boolean}, or null. */
    @Nullable Object read(DbfColumn column, byte[] bytes) {
        ByteBuffer binary = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (column.type()) {
            case 'N', 'F' -> number(column, ascii(bytes));
            case 'I', '+' -> bytes.length == 4 ? (Long) (long) binary.getInt() : null;
            case 'O', 'B' -> bytes.length == 8 ? finite(binary.getDouble()) : null;
            case 'Y' -> bytes.length == 8 ? BigDecimal.valueOf(binary.getLong(), 4) : null;
            case 'L' -> bytes.length == 0 ? null : logical((char) (bytes[0] & 0xFF));
            case 'D' -> date(ascii(bytes));
            case 'T', '@' -> bytes.length == 8 ? moment(binary.getInt(), binary.getInt(4)) : null;
            case 'C' -> text(bytes);
            case 'V' -> text(Arrays.copyOf(bytes, filled(bytes)));
            default -> null;
        };
    }

    /** A varying text that fills all but the last byte has its length there; a shorter one ends with zero bytes. */
    static int filled(byte[] bytes) {
        int last = bytes.length - 1;
        return last >= 0 && (bytes[last] & 0xFF) == last ? last : bytes.length;
    }

    String text(byte[] bytes) {
        int end = bytes.length;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                end = i;
            }
        }
        while (end > 0 && bytes[end - 1] == ' ') {
            end--;
        }
        return new String(bytes, 0, end, charset);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }

    private static @Nullable Object number(DbfColumn column, String text) {
        if (text.isEmpty() || text.startsWith("*") || text.length() > 64) {
            return null;
        }
        try {
            var number = new BigDecimal(text.replace(',', '.'));
            if (Math.abs((long) number.scale()) > 400) {
                return null;
            }
            BigDecimal plain = number.stripTrailingZeros();
            boolean whole = column.typeName().equals("integer") && plain.scale() <= 0 && plain.scale() > -19;
            return whole && plain.toBigInteger().bitLength() < Long.SIZE ? (Object) number.longValue() : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object finite(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }

    private static @Nullable Boolean logical(char mark) {
        return switch (mark) {
            case 'T', 't', 'Y', 'y' -> Boolean.TRUE;
            case 'F', 'f', 'N', 'n' -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Days since the beginning of the Julian period, and milliseconds of the day. */
    private static @Nullable LocalDateTime moment(int day, int millis) {
        return day <= 0 || millis < 0 || millis >= 86_400_000
                ? null
                : LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day).atTime(LocalTime.ofNanoOfDay(millis * 1_000_000L));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 8 ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
