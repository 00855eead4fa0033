package org.batchuploader.geotools.flatgeobuf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.geotools.DamagedFile;

/**
 * The header of a file (header.fbs of FlatGeobuf 3).
 *
 * @param geometryType of all features; 0 when each says its own
 * @param count of features; 0 when unknown
 * @param nodeSize of the index; 0 when there is none
 * @param crs a code or well-known text; empty for none
 */
record Header(
        int geometryType, boolean hasZ, boolean hasM, List<Column> columns, long count, int nodeSize, String crs) {
    private static final int NODE = 40;

    /** @param type number of a column type */
    record Column(String name, int type) {}

    static Header of(FlatTable table) throws DamagedFile {
        return new Header(
                table.unsignedByte(2, 0),
                table.unsignedByte(3, 0) != 0,
                table.unsignedByte(4, 0) != 0,
                columns(table, 7),
                table.longInteger(8, 0),
                table.unsignedShort(9, 16),
                crs(table.table(10)));
    }

    static List<Column> columns(FlatTable table, int field) throws DamagedFile {
        List<Column> columns = new ArrayList<>();
        for (FlatTable column : table.tables(field)) {
            columns.add(new Column(column.text(0), column.unsignedByte(1, 0)));
        }
        return columns;
    }

    private static String crs(Optional<FlatTable> crs) throws DamagedFile {
        if (crs.isEmpty()) {
            return "";
        }
        String organization = crs.get().text(0);
        int code = crs.get().integer(1, 0);
        boolean epsg = organization.isEmpty() || organization.equalsIgnoreCase("EPSG");
        return code > 0 && epsg ? "EPSG:" + code : crs.get().text(4);
    }

    /** Bytes of the packed R-tree between the header and the features. */
    long indexLength() throws DamagedFile {
        if (nodeSize == 0 || count == 0) {
            return 0;
        }
        if (nodeSize < 2 || count < 0 || count > Integer.MAX_VALUE) {
            throw new DamagedFile(
                    "It is damaged: its index is said to be of %d features in nodes of %d.".formatted(count, nodeSize));
        }
        long nodes = count;
        for (long level = count; level != 1; ) {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        }
        return nodes * NODE;
    }
}
