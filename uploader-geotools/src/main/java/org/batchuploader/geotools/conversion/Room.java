package org.batchuploader.geotools.conversion;

/** What a shapefile has room for: ESRI's technical description of July 1998, and dBASE III for its table. */
public final class Room {
    /** Bytes of a text. */
    public static final int TEXT = 254;

    /** Columns of a table. */
    public static final int COLUMNS = 255;

    /** Bytes of the shapes or of the table: offsets count words of two bytes in 31 bits. */
    public static final long FILE = (1L << 32) - 2;

    private Room() {}
}
