package org.batchuploader.testkit.fake;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;

/** Where a GeoTIFF lies, by the tags of its first directory (TIFF 6.0 and BigTIFF, OGC 19-008). */
final class FakeTiff {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int PIXEL_SCALE = 33_550;
    private static final int TIE_POINT = 33_922;
    private static final int TRANSFORMATION = 34_264;

    private record Entry(int type, long count, int at) {}

    private final ByteBuffer tiff;
    private final boolean big;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private FakeTiff(byte[] bytes) {
        tiff = ByteBuffer.wrap(bytes);
        tiff.order(bytes.length > 0 && bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        short magic = tiff.getShort(2);
        if (magic != 42 && magic != 43) {
            throw new IllegalArgumentException("no TIFF");
        }
        big = magic == 43;
        int directory = big ? (int) tiff.getLong(8) : tiff.getInt(4);
        long count = big ? tiff.getLong(directory) : Short.toUnsignedInt(tiff.getShort(directory));
        int size = big ? 20 : 12;
        for (int i = 0; i < count; i++) {
            int at = directory + (big ? 8 : 2) + i * size;
            long values = big ? tiff.getLong(at + 4) : Integer.toUnsignedLong(tiff.getInt(at + 4));
            entries.put(
                    Short.toUnsignedInt(tiff.getShort(at)),
                    new Entry(tiff.getShort(at + 2), values, at + (big ? 12 : 8)));
        }
    }

    /** Empty when it cannot be read or does not say where it lies. */
    static Optional<FakeData> read(String name, byte[] bytes) {
        try {
            FakeTiff tiff = new FakeTiff(bytes);
            return Optional.of(
                    new FakeData(1, tiff.extent(), "raster", null, false, Map.of(name, Prints.sha256(bytes))));
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException notToBeRead) {
            return Optional.empty();
        }
    }

    private Envelope extent() {
        double width = integer(WIDTH);
        double height = integer(HEIGHT);
        if (entries.containsKey(TRANSFORMATION)) {
            double x = real(TRANSFORMATION, 3);
            double y = real(TRANSFORMATION, 7);
            return around(x, y, real(TRANSFORMATION, 0) * width, real(TRANSFORMATION, 5) * height);
        }
        double x = real(TIE_POINT, 3) - real(TIE_POINT, 0) * real(PIXEL_SCALE, 0);
        double y = real(TIE_POINT, 4) + real(TIE_POINT, 1) * real(PIXEL_SCALE, 1);
        return around(x, y, real(PIXEL_SCALE, 0) * width, -real(PIXEL_SCALE, 1) * height);
    }

    private static Envelope around(double x, double y, double width, double height) {
        return new Envelope(
                Math.min(x, x + width), Math.min(y, y + height), Math.max(x, x + width), Math.max(y, y + height));
    }

    private long integer(int tag) {
        Entry entry = entry(tag);
        return entry.type() == 3 ? Short.toUnsignedInt(tiff.getShort(entry.at())) : tiff.getInt(entry.at());
    }

    private double real(int tag, int index) {
        Entry entry = entry(tag);
        int values = big ? (int) tiff.getLong(entry.at()) : tiff.getInt(entry.at());
        return tiff.getDouble(values + 8 * index);
    }

    private Entry entry(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            throw new IllegalArgumentException("no tag " + tag);
        }
        return entry;
    }
}
