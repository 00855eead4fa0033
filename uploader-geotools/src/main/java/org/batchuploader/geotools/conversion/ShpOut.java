package org.batchuploader.geotools.conversion;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.Shape;
import org.jspecify.annotations.Nullable;

/** Writes {@code .shp} and {@code .shx} side by side. */
final class ShpOut implements Closeable {
    private static final int HEADER = 100;
    /** Anything below -1e38 means that there is none. */
    private static final double NO_MEASURE = -1e39;

    private final ShapeKind kind;
    private final TempFile shp;
    private final TempFile shx;
    private final Bounds[] bounds = {new Bounds(), new Bounds(), new Bounds(), new Bounds()};
    private long end = HEADER;
    private int records;

    ShpOut(ShapeKind kind, Path shpFile, Path shxFile) throws IOException {
        this.kind = kind;
        this.shp = new TempFile(shpFile, HEADER);
        this.shx = new TempFile(shxFile, HEADER);
    }

    void add(@Nullable Shape shape) throws IOException {
        int length = shape == null ? ShapeKind.emptyLength() : kind.length(shape);
        ByteBuffer record = ByteBuffer.allocate(8 + length);
        record.putInt(++records).putInt(length / 2);
        record.order(ByteOrder.LITTLE_ENDIAN);
        if (shape == null) {
            record.putInt(0);
        } else {
            content(record, shape);
        }
        shp.write(record.array());
        shx.write(ByteBuffer.allocate(8)
                .putInt((int) (end / 2))
                .putInt(length / 2)
                .array());
        end += 8 + length;
    }

    private void content(ByteBuffer record, Shape shape) {
        record.putInt(kind.number());
        Bounds[] own = {new Bounds(), new Bounds(), new Bounds(), new Bounds()};
        for (int i = 0; i < shape.points(); i++) {
            own[0].add(shape.x(i));
            own[1].add(shape.y(i));
            own[2].add(shape.z(i));
            own[3].add(shape.m(i));
        }
        for (int i = 0; i < own.length; i++) {
            bounds[i].add(own[i]);
        }
        if (kind.family() == Family.POINT && !kind.multi()) {
            record.putDouble(shape.x(0)).putDouble(shape.y(0));
            if (kind.hasZ()) {
                record.putDouble(shape.z(0));
            }
            if (kind.hasZ() || kind.hasM()) {
                record.putDouble(measure(shape.m(0)));
            }
            return;
        }
        record.putDouble(own[0].least()).putDouble(own[1].least());
        record.putDouble(own[0].greatest()).putDouble(own[1].greatest());
        int[] order = order(record, shape);
        for (int i : order) {
            record.putDouble(shape.x(i)).putDouble(shape.y(i));
        }
        if (kind.hasZ()) {
            own[2].put(record);
            for (int i : order) {
                record.putDouble(shape.z(i));
            }
        }
        if (kind.hasM()) {
            own[3].put(record);
            for (int i : order) {
                record.putDouble(measure(shape.m(i)));
            }
        }
    }

    /** Counts and part indices, and the order of the points: outer rings run clockwise, holes against it. */
    private int[] order(ByteBuffer record, Shape shape) {
        int[] order = new int[shape.points()];
        boolean parts = kind.family() != Family.POINT;
        if (parts) {
            record.putInt(shape.parts());
        }
        record.putInt(shape.points());
        for (int part = 0; part < shape.parts(); part++) {
            int start = shape.start(part);
            int behind = shape.end(part);
            if (parts) {
                record.putInt(start);
            }
            boolean reversed = kind.family() == Family.POLYGON && shape.area(part) > 0 != shape.isHole(part);
            for (int i = start; i < behind; i++) {
                order[i] = reversed ? behind - 1 - (i - start) : i;
            }
        }
        return order;
    }

    private static double measure(double m) {
        return Double.isNaN(m) ? NO_MEASURE : m;
    }

    void finish() throws IOException {
        shp.finish(header(end));
        shx.finish(header(HEADER + 8L * records));
    }

    private byte[] header(long length) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(0, 9994).putInt(24, (int) (length / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, kind.number());
        header.position(36);
        header.putDouble(bounds[0].least()).putDouble(bounds[1].least());
        header.putDouble(bounds[0].greatest()).putDouble(bounds[1].greatest());
        if (kind.hasZ()) {
            bounds[2].put(header);
        }
        header.position(84);
        if (kind.hasM()) {
            bounds[3].put(header);
        }
        return header.array();
    }

    @Override
    public void close() throws IOException {
        shp.close();
        shx.close();
    }
}
