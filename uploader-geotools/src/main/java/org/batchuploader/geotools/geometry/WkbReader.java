package org.batchuploader.geotools.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;

/**
 * Reads well-known binary after OGC 06-103r4 and ISO 13249-3, with PostGIS' flags for z, m and SRID. Counts are checked
 * against the bytes there are before they are believed.
 */
public final class WkbReader {
    private static final int DEEPEST = 16;
    private static final int Z_FLAG = 0x80000000;
    private static final int M_FLAG = 0x40000000;
    private static final int SRID_FLAG = 0x20000000;

    private final ByteBuffer bytes;
    private final ShapeBuilder shapes;

    private WkbReader(ByteBuffer bytes, ShapeBuilder shapes) {
        this.bytes = bytes;
        this.shapes = shapes;
    }

    /** Adds what the bytes hold, from their position on. */
    public static void read(ByteBuffer bytes, ShapeBuilder shapes) throws DamagedFile {
        new WkbReader(bytes, shapes).geometry(0);
    }

    private void geometry(int depth) throws DamagedFile {
        require(5);
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = bytes.getInt();
        if ((code & SRID_FLAG) != 0) {
            require(4);
            bytes.getInt();
        }
        int plain = code & 0x0FFFFFFF;
        boolean z = (code & Z_FLAG) != 0 || plain / 1000 == 1 || plain / 1000 == 3;
        boolean m = (code & M_FLAG) != 0 || plain / 1000 == 2 || plain / 1000 == 3;
        switch (plain % 1000) {
            case 1 -> {
                point(z, m);
                shapes.endPart(Family.POINT, false);
            }
            case 2 -> points(Family.LINE, z, m, false);
            case 3, 17 -> polygon(z, m);
            case 4, 5, 6, 7, 15, 16 -> members(depth);
            case 8, 9, 10, 11, 12, 13, 14 ->
                throw new DamagedFile(
                        ProblemCode.FORMAT_UNSUPPORTED,
                        "It has curves, which are not supported; ogr2ogr -nlt CONVERT_TO_LINEAR makes lines of them.");
            default -> throw new DamagedFile("A geometry is of type %d, which does not exist.".formatted(code));
        }
    }

    private void members(int depth) throws DamagedFile {
        if (depth >= DEEPEST) {
            throw new DamagedFile("A geometry is nested more than %d deep.".formatted(DEEPEST));
        }
        int count = count(9);
        for (int i = 0; i < count; i++) {
            geometry(depth + 1);
        }
    }

    private void polygon(boolean z, boolean m) throws DamagedFile {
        int rings = count(4);
        for (int ring = 0; ring < rings; ring++) {
            points(Family.POLYGON, z, m, ring > 0);
        }
    }

    private void points(Family family, boolean z, boolean m, boolean hole) throws DamagedFile {
        int dimensions = 2 + (z ? 1 : 0) + (m ? 1 : 0);
        int count = count(8 * dimensions);
        for (int i = 0; i < count; i++) {
            double x = bytes.getDouble();
            double y = bytes.getDouble();
            shapes.add(family, x, y, z ? bytes.getDouble() : Double.NaN, m ? bytes.getDouble() : Double.NaN);
        }
        shapes.endPart(family, hole);
    }

    /** A point of NaN is how an empty one is written. */
    private void point(boolean z, boolean m) throws DamagedFile {
        require(16 + (z ? 8 : 0) + (m ? 8 : 0));
        double x = bytes.getDouble();
        double y = bytes.getDouble();
        double height = z ? bytes.getDouble() : Double.NaN;
        double measure = m ? bytes.getDouble() : Double.NaN;
        if (!Double.isNaN(x) || !Double.isNaN(y)) {
            shapes.add(Family.POINT, x, y, height, measure);
        }
    }

    private int count(int least) throws DamagedFile {
        require(4);
        int count = bytes.getInt();
        if (count < 0 || (long) count * least > bytes.remaining()) {
            throw new DamagedFile("A geometry says it has %d parts where %d bytes are left."
                    .formatted(count & 0xFFFFFFFFL, bytes.remaining()));
        }
        return count;
    }

    private void require(int length) throws DamagedFile {
        if (bytes.remaining() < length) {
            throw new DamagedFile("A geometry is cut off.");
        }
    }
}
