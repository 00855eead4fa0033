package org.batchuploader.geotools.shapefile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, at any place, in the order each format wants. */
final class Bytes {
    /** The high bit of each of eight bytes. */
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    static int littleInt(byte[] bytes, int at) {
        return (int) LITTLE_INT.get(bytes, at);
    }

    static int bigInt(byte[] bytes, int at) {
        return (int) BIG_INT.get(bytes, at);
    }

    static int littleUnsignedShort(byte[] bytes, int at) {
        return (short) LITTLE_SHORT.get(bytes, at) & 0xFFFF;
    }

    static double littleDouble(byte[] bytes, int at) {
        return (double) LITTLE_DOUBLE.get(bytes, at);
    }

    static long littleLong(byte[] bytes, int at) {
        return (long) LITTLE_LONG.get(bytes, at);
    }

    static void putLittleInt(byte[] bytes, int at, int value) {
        LITTLE_INT.set(bytes, at, value);
    }

    static void putBigInt(byte[] bytes, int at, int value) {
        BIG_INT.set(bytes, at, value);
    }

    static void putLittleShort(byte[] bytes, int at, int value) {
        LITTLE_SHORT.set(bytes, at, (short) value);
    }

    static void putLittleDouble(byte[] bytes, int at, double value) {
        LITTLE_DOUBLE.set(bytes, at, value);
    }

    /** Whether any byte of the range is beyond ASCII. */
    static boolean isForeign(byte[] bytes, int from, int to) {
        long seen = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            seen |= (long) LITTLE_LONG.get(bytes, i);
        }
        for (; i < to; i++) {
            seen |= bytes[i];
        }
        return (seen & HIGH_BITS) != 0;
    }
}
