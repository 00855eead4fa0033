package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * Reads a dBASE table (III, IV, FoxPro's kind without memo texts) from front to back, one row at a time. The number of
 * rows is the lesser of what the header says and what the file holds.
 */
public final class DbfReader implements Closeable {
    private static final int DESCRIPTOR = 32;
    private final String name;
    private final BinaryFile file;
    private final List<DbfColumn> columns = new ArrayList<>();
    private final long declaredRows;
    private final long rows;
    private final int rowLength;
    private final int languageDriver;
    private long read;
    private ByteBuffer row = ByteBuffer.allocate(0);

    private DbfReader(SourceFile source, BinaryFile file, long size) throws IOException, DamagedFile {
        this.name = source.name();
        this.file = file;
        if (size < DESCRIPTOR + 1) {
            throw new DamagedFile("%s ends at byte %d, within its header.".formatted(name, size));
        }
        ByteBuffer header = file.little(DESCRIPTOR);
        declaredRows = header.getInt(4) & 0xFFFFFFFFL;
        int headerLength = header.getShort(8) & 0xFFFF;
        rowLength = header.getShort(10) & 0xFFFF;
        languageDriver = header.get(29) & 0xFF;
        if ((header.get(0) & 0x07) < 2 || headerLength < DESCRIPTOR + 1 || headerLength > size || rowLength < 1) {
            throw new DamagedFile(name + " is not a dBASE table" + Signature.of(source.path()) + ".");
        }
        readColumns(file.little(headerLength - DESCRIPTOR));
        rows = Math.min(declaredRows, (size - headerLength) / rowLength);
    }

    public static DbfReader open(SourceFile source) throws IOException, DamagedFile {
        var file = new BinaryFile(source.path());
        try {
            return new DbfReader(source, file, Files.size(source.path()));
        } catch (IOException | DamagedFile | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void readColumns(ByteBuffer descriptors) throws DamagedFile {
        int offset = 1;
        for (int at = 0; at + DESCRIPTOR <= descriptors.limit() && descriptors.get(at) != 0x0D; at += DESCRIPTOR) {
            byte[] raw = new byte[11];
            descriptors.get(at, raw);
            char type = Character.toUpperCase((char) (descriptors.get(at + 11) & 0xFF));
            int width = descriptors.get(at + 16) & 0xFF;
            int decimals = descriptors.get(at + 17) & 0xFF;
            if (type == 'C') {
                width += decimals << 8;
                decimals = 0;
            }
            if (type < '+' || type > 'Z' || offset + width > rowLength) {
                throw new DamagedFile("Column %d of %s is nonsense: type %d, %d bytes wide in rows of %d."
                        .formatted(columns.size() + 1, name, (int) type, width, rowLength));
            }
            columns.add(new DbfColumn(raw, type, offset, width, decimals));
            offset += width;
        }
    }

    List<DbfColumn> columns() {
        return columns;
    }

    long rows() {
        return rows;
    }

    long declaredRows() {
        return declaredRows;
    }

    int languageDriver() {
        return languageDriver;
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        if (read >= rows) {
            return false;
        }
        row = file.little(rowLength);
        read++;
        return true;
    }

    public boolean isDeleted() {
        return row.get(0) == '*';
    }

    /** The bytes of a value in the row stood on; a copy. */
    byte[] bytes(DbfColumn column) {
        byte[] value = new byte[column.width()];
        row.get(column.offset(), value);
        return value;
    }

    /** Whether a value in the row stood on has bytes beyond ASCII. */
    boolean isForeign(DbfColumn column) {
        for (int i = column.offset(); i < column.offset() + column.width(); i++) {
            if (row.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
