package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dBASE table from front to back, one row at a time, without a copy or an object for each. The number of rows is
 * the lesser of what the header says and what the file holds, unless somebody who knows better sets it.
 */
public final class DbfReader implements Closeable {
    private final FileWindow file;
    private final DbfHeader header;
    private final @Nullable DbfColumn nullFlags;
    private long rows;
    private long read;
    private int row;

    private DbfReader(FileWindow file, DbfHeader header) {
        this.file = file;
        this.header = header;
        this.nullFlags = header.columns().stream()
                .filter(DbfColumn::isNullFlags)
                .findFirst()
                .orElse(null);
        this.rows = Math.min(header.declaredRows(), header.availableRows());
    }

    public static DbfReader open(SourceFile source) throws IOException, DamagedFile {
        var file = new FileWindow(source.path());
        try {
            return new DbfReader(file, DbfHeader.read(file, source));
        } catch (IOException | DamagedFile | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    DbfHeader header() {
        return header;
    }

    public List<DbfColumn> columns() {
        return header.columns();
    }

    long rows() {
        return rows;
    }

    /** Lets it read so many rows, however many the header says; no more than the file holds. */
    void setRows(long count) {
        rows = Math.min(count, header.availableRows());
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        if (read >= rows) {
            return false;
        }
        row = file.at(header.start() + read * header.rowLength(), header.rowLength());
        read++;
        return true;
    }

    /** Rows passed so far. */
    long read() {
        return read;
    }

    public boolean isDeleted() {
        return file.bytes()[row] == '*';
    }

    /** What holds the row stood on; it begins at {@link #row()}. */
    byte[] bytes() {
        return file.bytes();
    }

    /** Where in {@link #bytes()} the row stood on begins, with its mark. */
    int row() {
        return row;
    }

    /** Whether FoxPro's null flags say that there is no value in the row stood on. */
    boolean isNull(DbfColumn column) {
        int bit = column.nullBit();
        if (nullFlags == null || bit < 0 || bit / 8 >= nullFlags.width()) {
            return false;
        }
        return (file.bytes()[row + nullFlags.offset() + bit / 8] & (1 << bit % 8)) != 0;
    }

    /** The bytes of a value in the row stood on, none when there is no value; a copy. */
    byte[] bytes(DbfColumn column) {
        if (isNull(column)) {
            return new byte[0];
        }
        byte[] value = new byte[column.width()];
        System.arraycopy(file.bytes(), row + column.offset(), value, 0, value.length);
        return value;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
