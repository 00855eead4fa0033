package org.batchuploader.geotools.flatgeobuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.flatgeobuf.FlatTable.Vector;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.vector.Feature;
import org.batchuploader.geotools.vector.FeatureSink;
import org.jspecify.annotations.Nullable;

/** Makes features of the tables of feature.fbs. */
final class FeatureReader {
    private static final int DEEPEST = 16;

    private final Header header;
    private final FeatureSink sink;
    private final ShapeBuilder shapes = new ShapeBuilder();

    FeatureReader(Header header, FeatureSink sink) {
        this.header = header;
        this.sink = sink;
    }

    void read(FlatTable feature) throws IOException, DamagedFile {
        Optional<FlatTable> geometry = feature.table(0);
        if (geometry.isPresent()) {
            geometry(geometry.get(), header.geometryType(), 0);
        }
        List<Header.Column> own = Header.columns(feature, 2);
        List<Header.Column> columns = own.isEmpty() ? header.columns() : own;
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        columns.stream().filter(column -> column.type() != 14).forEach(column -> attributes.put(column.name(), null));
        ByteBuffer properties = feature.slice(feature.vector(1, 1));
        while (properties.remaining() >= 2) {
            int index = properties.getShort() & 0xFFFF;
            if (index >= columns.size()) {
                throw new DamagedFile("A feature has a value for column %d of %d.".formatted(index, columns.size()));
            }
            Header.Column column = columns.get(index);
            Object value = value(properties, column.type());
            if (column.type() != 14) {
                attributes.put(column.name(), value);
            }
        }
        int dropped = shapes.dropped();
        sink.feature(new Feature("", shapes.take(), dropped, attributes));
    }

    private static Object value(ByteBuffer bytes, int type) throws DamagedFile {
        return switch (type) {
            case 0 -> (Long) (long) bytes.get();
            case 1 -> (Long) (long) (bytes.get() & 0xFF);
            case 2 -> bytes.get() != 0;
            case 3 -> (Long) (long) bytes.getShort();
            case 4 -> (Long) (long) (bytes.getShort() & 0xFFFF);
            case 5 -> (Long) (long) bytes.getInt();
            case 6 -> (Long) (bytes.getInt() & 0xFFFFFFFFL);
            case 7 -> bytes.getLong();
            case 8 -> unsigned(bytes.getLong());
            case 9 -> (Double) Double.parseDouble(Float.toString(bytes.getFloat()));
            case 10 -> bytes.getDouble();
            case 11, 12, 13, 14 -> text(bytes);
            default -> throw new DamagedFile("A column is of type %d, which does not exist.".formatted(type));
        };
    }

    private static Object unsigned(long value) {
        return value >= 0 ? (Object) value : Long.toUnsignedString(value);
    }

    private static String text(ByteBuffer bytes) throws DamagedFile {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new DamagedFile("A text goes beyond the end of its feature.");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private void geometry(FlatTable geometry, int declared, int depth) throws DamagedFile {
        if (depth > DEEPEST) {
            throw new DamagedFile("A geometry is nested more than %d deep.".formatted(DEEPEST));
        }
        int own = geometry.unsignedByte(6, 0);
        int type = own == 0 ? declared : own;
        switch (type) {
            case 1, 4 -> points(geometry);
            case 2, 5 -> parts(geometry, Family.LINE);
            case 3, 17 -> parts(geometry, Family.POLYGON);
            case 6, 7, 15, 16 -> {
                for (FlatTable part : geometry.tables(7)) {
                    geometry(part, type == 7 ? 0 : 3, depth + 1);
                }
            }
            case 8, 9, 10, 11, 12, 13, 14 ->
                throw new DamagedFile(
                        ProblemCode.FORMAT_UNSUPPORTED,
                        "It has curves, which are not supported; ogr2ogr -nlt CONVERT_TO_LINEAR makes lines of them.");
            default -> throw new DamagedFile("A geometry is of type %d, which does not exist.".formatted(type));
        }
    }

    private void points(FlatTable geometry) throws DamagedFile {
        Vector xy = geometry.vector(1, 8);
        for (int i = 0; i < xy.length() / 2; i++) {
            add(geometry, xy, i, Family.POINT);
            shapes.endPart(Family.POINT, false);
        }
    }

    private void parts(FlatTable geometry, Family family) throws DamagedFile {
        Vector xy = geometry.vector(1, 8);
        Vector ends = geometry.vector(0, 4);
        int start = 0;
        for (int part = 0; part < Math.max(1, ends.length()); part++) {
            int end = ends.length() == 0 ? xy.length() / 2 : geometry.whole(ends, part);
            if (end < start || end > xy.length() / 2) {
                throw new DamagedFile("A geometry has a part that ends at point %d of %d."
                        .formatted(end & 0xFFFFFFFFL, xy.length() / 2));
            }
            for (int i = start; i < end; i++) {
                add(geometry, xy, i, family);
            }
            shapes.endPart(family, part > 0);
            start = end;
        }
    }

    private void add(FlatTable geometry, Vector xy, int i, Family family) throws DamagedFile {
        double z = header.hasZ() ? ordinate(geometry, 2, i) : Double.NaN;
        double m = header.hasM() ? ordinate(geometry, 3, i) : Double.NaN;
        double x = geometry.decimal(xy, 2 * i);
        double y = geometry.decimal(xy, 2 * i + 1);
        if (family != Family.POINT || !Double.isNaN(x) || !Double.isNaN(y)) {
            shapes.add(family, x, y, z, m);
        }
    }

    private static double ordinate(FlatTable geometry, int field, int index) throws DamagedFile {
        Vector vector = geometry.vector(field, 8);
        return index < vector.length() ? geometry.decimal(vector, index) : Double.NaN;
    }
}
