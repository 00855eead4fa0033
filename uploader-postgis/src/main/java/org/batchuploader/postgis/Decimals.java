package org.batchuploader.postgis;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Decimal numbers as PostgreSQL's {@code numeric} has them in its binary protocol ({@code numeric_recv} in its sources):
 * count of digits to the base 10000, the power of the first, sign, digits shown behind the point, and the digits, each of
 * two bytes, without zeros before the first or behind the last.
 */
final class Decimals {
    /** As many bytes as {@link #put} needs at most. */
    static final int ROOM = 8 + 2 * 10;

    /** The largest scale that {@link #put} takes. */
    static final int SCALE = 16;

    private static final int BASE = 10_000;
    private static final int NEGATIVE = 0x4000;
    private static final long[] POWERS = new long[SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimals() {}

    /** Writes {@code unscaled / 10^scale} and answers how many bytes it took. */
    static int put(byte[] out, int at, long unscaled, int scale) {
        if (unscaled == Long.MIN_VALUE) {
            throw new IllegalArgumentException("too large: " + unscaled);
        }
        long magnitude = Math.abs(unscaled);
        long whole = magnitude / POWERS[scale];
        int behind = (scale + 3) / 4;
        long fraction = magnitude % POWERS[scale] * POWERS[4 * behind - scale];
        int before = groups(whole);
        int first = at + 8;
        for (int i = before + behind - 1; i >= 0; i--) {
            long rest = i >= before ? fraction : whole;
            short16(out, first + 2 * i, (int) (rest % BASE));
            if (i >= before) {
                fraction /= BASE;
            } else {
                whole /= BASE;
            }
        }
        int count = before + behind;
        while (count > 0 && isZero(out, first + 2 * (count - 1))) {
            count--;
        }
        int leading = 0;
        while (leading < count && isZero(out, first + 2 * leading)) {
            leading++;
        }
        count -= leading;
        if (leading > 0) {
            System.arraycopy(out, first + 2 * leading, out, first, 2 * count);
        }
        head(out, at, count, count == 0 ? 0 : before - 1 - leading, unscaled < 0, scale);
        return 8 + 2 * count;
    }

    private static int groups(long whole) {
        int groups = 0;
        for (long rest = whole; rest > 0; rest /= BASE) {
            groups++;
        }
        return groups;
    }

    /** The same for a number of any size. */
    static byte[] bytes(BigDecimal number) {
        int scale = Math.max(0, number.scale());
        int behind = (scale + 3) / 4;
        BigInteger shifted = number.abs().movePointRight(4 * behind).setScale(0).unscaledValue();
        String digits = shifted.signum() == 0 ? "" : shifted.toString();
        int groups = (digits.length() + 3) / 4;
        String padded = "0".repeat(4 * groups - digits.length()) + digits;
        int count = groups;
        while (count > 0 && padded.startsWith("0000", 4 * (count - 1))) {
            count--;
        }
        byte[] out = new byte[8 + 2 * count];
        head(out, 0, count, count == 0 ? 0 : groups - 1 - behind, number.signum() < 0, scale);
        for (int i = 0; i < count; i++) {
            short16(out, 8 + 2 * i, Integer.parseInt(padded.substring(4 * i, 4 * i + 4)));
        }
        return out;
    }

    private static void head(byte[] out, int at, int count, int weight, boolean negative, int scale) {
        short16(out, at, count);
        short16(out, at + 2, weight);
        short16(out, at + 4, negative && count > 0 ? NEGATIVE : 0);
        short16(out, at + 6, scale);
    }

    private static boolean isZero(byte[] out, int at) {
        return out[at] == 0 && out[at + 1] == 0;
    }

    private static void short16(byte[] out, int at, int value) {
        out[at] = (byte) (value >> 8);
        out[at + 1] = (byte) value;
    }
}
