package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureReader;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.GeometryType;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;

/**
 * Reads the shapefile that vector data of whatever format becomes before it is published. Every record is checked as the
 * inspection does it; needs memory for the largest one. A measure of some vertex, or a number with a fraction in a column of whole numbers, is
 * found only when it is met; then reading begins again with room for it.
 */
public final class ShapefileFeatures implements FeatureReader {
    @Override
    public long read(DatasetFiles files, Inspection inspection, FeatureSink sink) throws IOException {
        VectorDescription vector = inspection.vector();
        if (vector == null) {
            throw new IllegalArgumentException(files.base() + " is no vector data");
        }
        SourceFile shp = part(files, "shp");
        SourceFile dbf = part(files, "dbf");
        String charset = inspection.publishedCharset();
        var needs = new Needs(charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
        try {
            while (true) {
                OptionalLong read = pass(shp, dbf, vector, needs, sink);
                if (read.isPresent()) {
                    return read.getAsLong();
                }
            }
        } catch (DamagedFile e) {
            throw new IOException("%s is not what was inspected".formatted(files.base()), e);
        }
    }

    private static SourceFile part(DatasetFiles files, String extension) throws IOException {
        return files.find(extension)
                .orElseThrow(() ->
                        new IOException("%s is to be published without a .%s".formatted(files.base(), extension)));
    }

    /** What of the data is wider than its headers say, as far as it is known. */
    private static final class Needs {
        private final Charset charset;
        private final Set<Integer> wide = new HashSet<>();
        private boolean measures;

        private Needs(Charset charset) {
            this.charset = charset;
        }
    }

    /** One reading, absent when it was found out that another one is needed. */
    private static OptionalLong pass(
            SourceFile shp, SourceFile dbf, VectorDescription vector, Needs needs, FeatureSink sink)
            throws IOException, DamagedFile {
        try (ShpReader shapes = ShpReader.open(shp);
                DbfReader table = DbfReader.open(dbf)) {
            Cell[] cells = cells(table, vector, needs);
            shapes.hasNext();
            ShapeType shapeType = shapes.type();
            boolean measured = shapeType.mayHaveM() && (needs.measures || !shapeType.hasZ());
            FeatureType type = new FeatureType(geometry(shapeType), shapeType.hasZ(), measured, columns(cells, vector));
            var geometry = new WkbShape(type.geometry(), type.hasZ(), type.hasM());
            sink.begin(type);
            long read = 0;
            while (table.next()) {
                ShapeRecord shape = shapes.next();
                if (table.isDeleted()) {
                    continue;
                }
                if (!shape.isEmpty() && shape.type() != shapeType) {
                    throw new DamagedFile("Shapes of %s are of several types.".formatted(shp.name()));
                }
                if (!measured && shape.isMeasured()) {
                    needs.measures = true;
                    return OptionalLong.empty();
                }
                sink.feature(shape.number());
                if (!row(table, cells, needs, sink)) {
                    return OptionalLong.empty();
                }
                int length = shape.isEmpty() ? 0 : geometry.write(shape);
                if (length == 0) {
                    sink.nothing();
                } else {
                    sink.geometry(geometry.bytes(), length);
                }
                read++;
            }
            if (shapes.hasNext()) {
                throw new DamagedFile("%s has more shapes than its table has rows.".formatted(shp.name()));
            }
            return OptionalLong.of(read);
        }
    }

    private static Cell[] cells(DbfReader table, VectorDescription vector, Needs needs) throws DamagedFile {
        List<DbfColumn> columns = TableScan.kept(table.columns());
        if (columns.size() != vector.fields().size()) {
            throw new DamagedFile("The table has %d columns where %d were inspected."
                    .formatted(columns.size(), vector.fields().size()));
        }
        Cell[] cells = new Cell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Cell.of(columns.get(i), needs.charset, needs.wide.contains(i));
        }
        return cells;
    }

    private static List<Column> columns(Cell[] cells, VectorDescription vector) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < cells.length; i++) {
            Field field = vector.fields().get(i);
            columns.add(new Column(field.name(), cells[i].type(), cells[i].width()));
        }
        return columns;
    }

    private static boolean row(DbfReader table, Cell[] cells, Needs needs, FeatureSink sink) throws IOException {
        byte[] bytes = table.bytes();
        int row = table.row();
        for (int i = 0; i < cells.length; i++) {
            if (table.isNull(cells[i].column)) {
                sink.nothing();
            } else if (!cells[i].put(bytes, row, sink)) {
                needs.wide.add(i);
                return false;
            }
        }
        return true;
    }

    private static GeometryType geometry(ShapeType type) throws DamagedFile {
        if (type.isPoint()) {
            return GeometryType.POINT;
        } else if (type.isMultiPoint()) {
            return GeometryType.MULTI_POINT;
        } else if (type.isLine()) {
            return GeometryType.MULTI_LINE_STRING;
        } else if (type.isPolygon() || type.isPatch()) {
            return GeometryType.MULTI_POLYGON;
        }
        throw new DamagedFile("There are no shapes.");
    }
}
