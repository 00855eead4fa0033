package org.batchuploader.geotools.raster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A field of a TIFF directory with its values at hand.
 *
 * @param type number of the type after TIFF 6.0 and BigTIFF
 */
record TiffField(int type, int count, ByteBuffer values) {
    /** Bytes of one value, 0 for a type that does not exist. */
    static int width(int type) {
        return switch (type) {
            case 1, 2, 6, 7 -> 1;
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> 0;
        };
    }

    long integer(int index) {
        return switch (type) {
            case 1, 2, 7 -> values.get(index) & 0xFF;
            case 6 -> values.get(index);
            case 3 -> values.getShort(2 * index) & 0xFFFF;
            case 8 -> values.getShort(2 * index);
            case 4, 13 -> values.getInt(4 * index) & 0xFFFFFFFFL;
            case 9 -> values.getInt(4 * index);
            case 16, 17, 18 -> values.getLong(8 * index);
            default -> (long) real(index);
        };
    }

    double real(int index) {
        return switch (type) {
            case 11 -> values.getFloat(4 * index);
            case 12 -> values.getDouble(8 * index);
            case 5 -> (values.getInt(8 * index) & 0xFFFFFFFFL) / (double) (values.getInt(8 * index + 4) & 0xFFFFFFFFL);
            case 10 -> values.getInt(8 * index) / (double) values.getInt(8 * index + 4);
            default -> integer(index);
        };
    }

    double[] reals() {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = real(i);
        }
        return all;
    }

    String text() {
        byte[] bytes = new byte[values.limit()];
        values.get(0, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /** All of the text, of which geokeys cut out pieces. */
    String wholeText() {
        byte[] bytes = new byte[values.limit()];
        values.get(0, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
