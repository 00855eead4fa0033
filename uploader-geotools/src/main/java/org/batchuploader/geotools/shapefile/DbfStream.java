package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.inspect.Field;
import org.jspecify.annotations.Nullable;

/** A repaired table of dBASE III: as many rows as there are shapes, and columns that every map server reads. */
final class DbfStream extends PieceStream {
    private static final byte END_OF_HEADER = 0x0D;
    private static final byte END_OF_FILE = 0x1A;

    private final @Nullable DbfReader source;
    private final List<ColumnCopy> columns;
    private final List<Field> fields;
    private final long rows;
    private final byte[] row;
    private long made = -1;

    /**
     * @param source absent to number the shapes instead
     * @param fields the source's columns under the names they are to have, of ASCII letters
     * @param rows how many to write; those the source has not are blank
     */
    DbfStream(@Nullable DbfReader source, List<Field> fields, long rows) {
        this.source = source;
        this.columns = source == null ? List.of() : ColumnCopy.of(source.columns());
        this.fields = fields;
        this.rows = rows;
        this.row = new byte
                [source == null
                        ? 1 + NumberColumn.WIDTH
                        : 1 + columns.stream().mapToInt(ColumnCopy::width).sum()];
        if (source != null) {
            source.setRows(rows);
        }
    }

    @Override
    boolean make() throws IOException {
        if (made < 0) {
            byte[] header = header();
            give(header, header.length);
        } else if (made < rows) {
            Arrays.fill(row, (byte) ' ');
            fill();
            give(row, row.length);
        } else if (made == rows) {
            give(new byte[] {END_OF_FILE}, 1);
        } else {
            return false;
        }
        made++;
        return true;
    }

    private void fill() throws IOException {
        if (source == null) {
            NumberColumn.put(made + 1, row);
            return;
        }
        if (!source.next()) {
            return;
        }
        row[0] = (byte) (source.isDeleted() ? '*' : ' ');
        int at = 1;
        for (ColumnCopy column : columns) {
            if (!source.isNull(column.from())) {
                column.put(source.bytes(), source.row(), row, at);
            }
            at += column.width();
        }
    }

    private byte[] header() {
        int count = source == null ? 1 : columns.size();
        int length = DbfHeader.DESCRIPTOR * (1 + count) + 1;
        byte[] header = new byte[length];
        header[0] = 3;
        header[1] = 100;
        header[2] = 1;
        header[3] = 1;
        Bytes.putLittleInt(header, 4, (int) rows);
        Bytes.putLittleShort(header, 8, length);
        Bytes.putLittleShort(header, 10, row.length);
        if (source == null) {
            byte[] name = NumberColumn.NAME.getBytes(StandardCharsets.US_ASCII);
            describe(header, 0, name, 'N', NumberColumn.WIDTH, 0);
        } else {
            header[29] = (byte) source.header().languageDriver();
            for (int i = 0; i < count; i++) {
                ColumnCopy column = columns.get(i);
                describe(
                        header,
                        i,
                        fields.get(i).name().getBytes(StandardCharsets.US_ASCII),
                        column.type(),
                        column.width(),
                        column.decimals());
            }
        }
        header[length - 1] = END_OF_HEADER;
        return header;
    }

    private static void describe(byte[] header, int number, byte[] name, char type, int width, int decimals) {
        int at = DbfHeader.DESCRIPTOR * (1 + number);
        System.arraycopy(name, 0, header, at, Math.min(name.length, 11));
        header[at + 11] = (byte) type;
        header[at + 16] = (byte) width;
        header[at + 17] = (byte) (type == 'C' ? width >> 8 : decimals);
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }
}
