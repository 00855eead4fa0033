package org.batchuploader.geotools.raster;

import java.nio.ByteBuffer;

/** A number as rows hold it, least significant byte first. */
enum SampleKind {
    UINT8("uint8", 1, 1),
    UINT16("uint16", 2, 1),
    INT32("int32", 4, 2),
    FLOAT32("float32", 4, 3);

    private final String title;
    private final int bytes;
    private final int tiffFormat;

    SampleKind(String title, int bytes, int tiffFormat) {
        this.title = title;
        this.bytes = bytes;
        this.tiffFormat = tiffFormat;
    }

    String title() {
        return title;
    }

    int bytes() {
        return bytes;
    }

    /** TIFF's SampleFormat. */
    int tiffFormat() {
        return tiffFormat;
    }

    /** @param row least significant byte first */
    double at(ByteBuffer row, int sample) {
        return switch (this) {
            case UINT8 -> row.get(sample) & 0xFF;
            case UINT16 -> row.getShort(2 * sample) & 0xFFFF;
            case INT32 -> row.getInt(4 * sample);
            case FLOAT32 -> row.getFloat(4 * sample);
        };
    }
}
