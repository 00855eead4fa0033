package org.batchuploader.geotools.shapefile;

/** The one column of a table made in place of a missing one: shapes, numbered from 1. */
final class NumberColumn {
    static final String NAME = "ID";
    static final int WIDTH = 10;

    private NumberColumn() {}

    /** Puts a number into a blank row, at the right of its column. */
    static void put(long number, byte[] row) {
        int at = WIDTH;
        for (long rest = number; at > 0 && (rest > 0 || at == WIDTH); rest /= 10) {
            row[at--] = (byte) ('0' + rest % 10);
        }
    }
}
