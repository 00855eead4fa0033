package org.batchuploader.testkit.publish;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a GeoTIFF 1.1 of one 8-bit band in EPSG:4326, pixel by pixel one degree's tenth, in one strip. */
final class SmallGeoTiff {
    static final int WIDTH = 8;
    static final int HEIGHT = 6;
    static final double WEST = 7.0;
    static final double NORTH = 47.0;
    static final double PIXEL = 0.1;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int ENTRIES = 12;
    private static final int DIRECTORY = 8;
    private static final int SCALE = DIRECTORY + 2 + ENTRIES * 12 + 4;
    private static final int TIE_POINT = SCALE + 3 * 8;
    private static final int KEYS = TIE_POINT + 6 * 8;
    private static final short[] GEO_KEYS = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326};
    private static final int PIXELS = KEYS + GEO_KEYS.length * 2;

    private SmallGeoTiff() {}

    static byte[] bytes() {
        ByteBuffer tiff = ByteBuffer.allocate(PIXELS + WIDTH * HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(DIRECTORY);
        tiff.putShort((short) ENTRIES);
        entry(tiff, 256, SHORT, 1, WIDTH);
        entry(tiff, 257, SHORT, 1, HEIGHT);
        entry(tiff, 258, SHORT, 1, 8);
        entry(tiff, 259, SHORT, 1, 1);
        entry(tiff, 262, SHORT, 1, 1);
        entry(tiff, 273, LONG, 1, PIXELS);
        entry(tiff, 277, SHORT, 1, 1);
        entry(tiff, 278, SHORT, 1, HEIGHT);
        entry(tiff, 279, LONG, 1, WIDTH * HEIGHT);
        entry(tiff, 33550, DOUBLE, 3, SCALE);
        entry(tiff, 33922, DOUBLE, 6, TIE_POINT);
        entry(tiff, 34735, SHORT, GEO_KEYS.length, KEYS);
        tiff.putInt(0);
        tiff.putDouble(PIXEL).putDouble(PIXEL).putDouble(0);
        tiff.putDouble(0)
                .putDouble(0)
                .putDouble(0)
                .putDouble(WEST)
                .putDouble(NORTH)
                .putDouble(0);
        for (short key : GEO_KEYS) {
            tiff.putShort(key);
        }
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            tiff.put((byte) (i * 5));
        }
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
