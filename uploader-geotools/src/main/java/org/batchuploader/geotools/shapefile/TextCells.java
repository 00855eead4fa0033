package org.batchuploader.geotools.shapefile;

/**
 * Takes what text a table holds, as it is scanned. The bytes are the scan's own and change after the call. Texts of plain
 * ASCII are not told, since every charset we know reads them alike.
 */
public interface TextCells {
    /** A column's name that has bytes beyond ASCII. */
    void name(byte[] bytes, int from, int to, DbfColumn column);

    /**
     * A value that has bytes beyond ASCII, in its full width.
     *
     * @param row counted from 1, deleted ones counted
     */
    void cell(byte[] bytes, int from, int to, long row, DbfColumn column);
}
