package org.batchuploader.geotools.shapefile;

import java.util.Arrays;
import org.batchuploader.core.feature.GeometryType;

/**
 * Writes a shape as little-endian EWKB of PostGIS without an SRID (OGC Simple Features 1.2.1, with flags for Z and M in the
 * type), always as the type that may have several parts. Vertices keep their bits; what is no line or ring for want of
 * points is left out, a ring that is not closed is closed, and a line of one point has it twice.
 */
final class WkbShape {
    private static final int HAS_Z = 0x8000_0000;
    private static final int HAS_M = 0x4000_0000;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int HEAD = 9;

    private final GeometryType type;
    private final boolean z;
    private final boolean m;
    private final int vertex;
    private byte[] out = new byte[512];
    private int at;
    private int[] firstHole = new int[16];
    private int[] nextHole = new int[16];

    WkbShape(GeometryType type, boolean z, boolean m) {
        this.type = type;
        this.z = z;
        this.m = m;
        this.vertex = 16 + (z ? 8 : 0) + (m ? 8 : 0);
    }

    /** The bytes, from 0 to what {@link #write} answered. */
    byte[] bytes() {
        return out;
    }

    /** How many bytes it is; 0 when nothing of the shape is a geometry. */
    int write(ShapeRecord shape) {
        at = 0;
        long most = 2L * HEAD + (long) (HEAD + 4 + vertex) * shape.parts() + (long) vertex * shape.points();
        if (shape.type().isPatch()) {
            most = 2L * HEAD + (long) (HEAD + 4 + 4 * vertex) * shape.points();
        }
        if (out.length < most) {
            out = new byte[Math.toIntExact(Math.max(most, Math.min(2L * out.length, Integer.MAX_VALUE / 4)))];
        }
        switch (type) {
            case POINT -> {
                head(GeometryType.POINT.code());
                points(shape, 0, 1);
            }
            case MULTI_POINT -> multiPoint(shape);
            case MULTI_LINE_STRING -> lines(shape);
            case MULTI_POLYGON -> {
                if (shape.type().isPatch()) {
                    patches(shape);
                } else {
                    polygons(shape);
                }
            }
        }
        return at;
    }

    private void multiPoint(ShapeRecord shape) {
        head(type.code());
        putInt(shape.points());
        for (int point = 0; point < shape.points(); point++) {
            head(GeometryType.POINT.code());
            points(shape, point, point + 1);
        }
    }

    private void lines(ShapeRecord shape) {
        int count = begin();
        int lines = 0;
        for (int part = 0; part < shape.parts(); part++) {
            int from = shape.start(part);
            int to = shape.end(part);
            if (to > from) {
                head(LINE);
                putInt(Math.max(2, to - from));
                points(shape, from, to);
                if (to - from == 1) {
                    points(shape, from, to);
                }
                lines++;
            }
        }
        end(count, lines);
    }

    private void polygons(ShapeRecord shape) {
        int rings = shape.parts();
        if (firstHole.length < rings) {
            firstHole = new int[rings];
            nextHole = new int[rings];
        }
        Arrays.fill(firstHole, 0, rings, -1);
        for (int ring = rings - 1; ring >= 0; ring--) {
            int outer = shape.outer(ring);
            if (outer >= 0) {
                nextHole[ring] = firstHole[outer];
                firstHole[outer] = ring;
            }
        }
        int count = begin();
        int polygons = 0;
        for (int ring = 0; ring < rings; ring++) {
            if (shape.outer(ring) < 0 && isRing(shape, ring)) {
                polygon(shape, ring);
                polygons++;
            }
        }
        end(count, polygons);
    }

    private void polygon(ShapeRecord shape, int outer) {
        head(POLYGON);
        int count = at;
        putInt(0);
        int rings = 1;
        ring(shape, shape.start(outer), shape.end(outer));
        for (int hole = firstHole[outer]; hole >= 0; hole = nextHole[hole]) {
            if (isRing(shape, hole)) {
                ring(shape, shape.start(hole), shape.end(hole));
                rings++;
            }
        }
        Bytes.putLittleInt(out, count, rings);
    }

    private static boolean isRing(ShapeRecord shape, int part) {
        int from = shape.start(part);
        int to = shape.end(part);
        return to - from + (isClosed(shape, from, to) ? 0 : 1) >= RingOrder.FEWEST;
    }

    private static boolean isClosed(ShapeRecord shape, int from, int to) {
        return to > from && shape.x(from) == shape.x(to - 1) && shape.y(from) == shape.y(to - 1);
    }

    private void ring(ShapeRecord shape, int from, int to) {
        boolean closed = isClosed(shape, from, to);
        putInt(to - from + (closed ? 0 : 1));
        points(shape, from, to);
        if (!closed) {
            points(shape, from, from + 1);
        }
    }

    /** Strips and fans become triangles, which is what they are; a ring that is no hole begins a polygon. */
    private void patches(ShapeRecord shape) {
        int count = begin();
        int polygons = 0;
        int ringCount = -1;
        for (int part = 0; part < shape.parts(); part++) {
            int from = shape.start(part);
            int to = shape.end(part);
            int kind = shape.kind(part);
            if (kind <= Patch.FAN) {
                for (int i = from; i + 2 < to; i++) {
                    triangle(shape, kind == Patch.FAN ? from : i, i + 1, i + 2);
                    polygons++;
                }
                ringCount = -1;
            } else if (isRing(shape, part)) {
                if (kind != Patch.INNER || ringCount < 0) {
                    head(POLYGON);
                    ringCount = at;
                    putInt(0);
                    polygons++;
                }
                Bytes.putLittleInt(out, ringCount, Bytes.littleInt(out, ringCount) + 1);
                ring(shape, from, to);
            }
        }
        end(count, polygons);
    }

    /** Kinds of parts of a patch. */
    private static final class Patch {
        static final int FAN = 1;
        static final int INNER = 3;
    }

    private void triangle(ShapeRecord shape, int a, int b, int c) {
        head(POLYGON);
        putInt(1);
        putInt(4);
        points(shape, a, a + 1);
        points(shape, b, b + 1);
        points(shape, c, c + 1);
        points(shape, a, a + 1);
    }

    private int begin() {
        head(type.code());
        putInt(0);
        return at - 4;
    }

    private void end(int count, int parts) {
        Bytes.putLittleInt(out, count, parts);
        if (parts == 0) {
            at = 0;
        }
    }

    private void head(int code) {
        out[at++] = 1;
        putInt(code | (z ? HAS_Z : 0) | (m ? HAS_M : 0));
    }

    private void putInt(int value) {
        Bytes.putLittleInt(out, at, value);
        at += 4;
    }

    private void points(ShapeRecord shape, int from, int to) {
        if (!z && !m) {
            shape.copyPoints(from, to, out, at);
            at += 16 * (to - from);
            return;
        }
        for (int point = from; point < to; point++) {
            shape.copyPoints(point, point + 1, out, at);
            at += 16;
            if (z) {
                Bytes.putLittleDouble(out, at, shape.z(point));
                at += 8;
            }
            if (m) {
                Bytes.putLittleDouble(out, at, shape.m(point));
                at += 8;
            }
        }
    }
}
