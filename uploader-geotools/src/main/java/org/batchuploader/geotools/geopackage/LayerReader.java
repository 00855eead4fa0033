package org.batchuploader.geotools.geopackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.geometry.WkbReader;
import org.batchuploader.geotools.vector.Feature;
import org.batchuploader.geotools.vector.FeatureSink;
import org.jspecify.annotations.Nullable;

/** Makes features of the rows of one table. */
final class LayerReader {
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};
    private static final int EXTENDED = 0x20;
    private static final int EMPTY = 0x10;

    private final Database database;
    private final Contents.Layer layer;
    private final FeatureSink sink;
    private final ShapeBuilder shapes = new ShapeBuilder();

    LayerReader(Database database, Contents.Layer layer, FeatureSink sink) {
        this.database = database;
        this.layer = layer;
        this.sink = sink;
    }

    void read() throws IOException, DamagedFile {
        Database.Table table = database.table(layer.table())
                .orElseThrow(() -> new DamagedFile(
                        "%s names a layer \"%s\" that it does not have.".formatted(database.name(), layer.table())));
        if (table.root() == 0) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    "The layer \"%s\" is a view, which is not supported; save it as a layer of its own."
                            .formatted(layer.table()));
        }
        int geometry = table.column(layer.geometryColumn());
        if (geometry < 0) {
            throw new DamagedFile("The layer \"%s\" has no column \"%s\" for its geometry."
                    .formatted(layer.table(), layer.geometryColumn()));
        }
        database.scan(table, (number, row) -> row(table.columns(), geometry, number, row));
    }

    private void row(List<TableColumns.Column> columns, int geometry, long number, Row row)
            throws IOException, DamagedFile {
        if (row.value(geometry) instanceof ByteBuffer bytes) {
            try {
                geometry(bytes);
            } catch (DamagedFile e) {
                throw new DamagedFile(
                        e.problem().code(),
                        "Row %d of layer \"%s\": %s".formatted(number, layer.table(), e.getMessage()));
            }
        }
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            TableColumns.Column column = columns.get(i);
            if (i != geometry && !column.type().startsWith("BLOB")) {
                attributes.put(column.name(), column.isRowNumber() ? (Long) number : value(column, row.value(i)));
            }
        }
        int dropped = shapes.dropped();
        sink.feature(new Feature(layer.table(), shapes.take(), dropped, attributes));
    }

    private static @Nullable Object value(TableColumns.Column column, @Nullable Object value) {
        if (value instanceof ByteBuffer) {
            return null;
        }
        if (value instanceof Long number && column.type().startsWith("BOOL")) {
            return number != 0;
        }
        if (value instanceof Long number && isReal(column.type())) {
            return number.doubleValue();
        }
        return value;
    }

    /** SQLite stores whole numbers of such columns as integers. */
    private static boolean isReal(String type) {
        return type.startsWith("REAL") || type.startsWith("DOUBLE") || type.startsWith("FLOAT");
    }

    /** A GeoPackage geometry: a header with an optional envelope, then well-known binary (OGC 12-128, 2.1.3). */
    private void geometry(ByteBuffer bytes) throws DamagedFile {
        if (bytes.remaining() < 8 || bytes.get(0) != 'G' || bytes.get(1) != 'P') {
            throw new DamagedFile("The geometry is not one of a GeoPackage.");
        }
        int flags = bytes.get(3);
        int envelope = flags >> 1 & 7;
        if ((flags & EXTENDED) != 0) {
            throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, "The geometry is of an extended kind.");
        }
        if (envelope >= ENVELOPES.length || bytes.remaining() < 8 + ENVELOPES[envelope]) {
            throw new DamagedFile("The geometry's header goes beyond its end.");
        }
        if ((flags & EMPTY) == 0) {
            WkbReader.read(bytes.position(8 + ENVELOPES[envelope]).order(ByteOrder.BIG_ENDIAN), shapes);
        }
    }
}
