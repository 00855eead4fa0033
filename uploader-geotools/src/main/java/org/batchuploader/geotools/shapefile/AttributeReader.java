package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/** The attributes of one feature after the other, read as the inspection says. */
public final class AttributeReader implements Closeable {
    private final DbfReader table;
    private final List<DbfColumn> columns;
    private final DbfValues values;

    private AttributeReader(DbfReader table, Charset charset) {
        this.table = table;
        this.columns = TableScan.kept(table.columns());
        this.values = new DbfValues(charset);
    }

    public static AttributeReader open(SourceFile dbf, VectorDescription vector) throws IOException, DamagedFile {
        String charset = vector.charset();
        return new AttributeReader(
                DbfReader.open(dbf), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }

    /** Moves to the next feature's attributes; false behind the last. */
    public boolean next() throws IOException {
        return table.next();
    }

    public boolean isDeleted() {
        return table.isDeleted();
    }

    /** A text, number, date or truth value, by the position of the field; null when there is none. */
    public @Nullable Object value(int field) {
        DbfColumn column = columns.get(field);
        return values.read(column, table.bytes(column));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
