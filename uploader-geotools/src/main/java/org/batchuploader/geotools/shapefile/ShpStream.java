package org.batchuploader.geotools.shapefile;

import java.io.IOException;

/** A repaired {@code .shp}, or the {@code .shx} that belongs to it, after ESRI's technical description of July 1998. */
final class ShpStream extends PieceStream {
    private static final int RECORD_HEADER = 8;

    /**
     * What the headers say, learned by one pass.
     *
     * @param records in the file
     * @param length of the {@code .shp} in bytes
     * @param ranges of x, y, z and m: minX, minY, maxX, maxY, minZ, maxZ, minM, maxM
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sum(ShapeType type, int records, long length, double[] ranges) {
        static Sum of(RepairedShapes shapes, ShapeScan scan) throws IOException {
            var ranges = new Ranges(scan);
            long length = ShpHeader.SIZE;
            int records = 0;
            while (shapes.next()) {
                records++;
                length += RECORD_HEADER + shapes.length();
                ranges.add(shapes.bytes(), shapes.length());
            }
            return new Sum(scan.type(), records, length, ranges.all());
        }
    }

    private final RepairedShapes shapes;
    private final boolean index;
    private final byte[] header;
    private byte[] record = new byte[1024];
    private boolean begun;
    private long offset = ShpHeader.SIZE;

    ShpStream(RepairedShapes shapes, Sum sum, boolean index) {
        this.shapes = shapes;
        this.index = index;
        this.header = header(sum, index ? ShpHeader.SIZE + (long) RECORD_HEADER * sum.records() : sum.length());
    }

    private static byte[] header(Sum sum, long length) {
        byte[] header = new byte[ShpHeader.SIZE];
        Bytes.putBigInt(header, 0, ShpHeader.FILE_CODE);
        Bytes.putBigInt(header, ShpHeader.LENGTH_AT, (int) (length / 2));
        Bytes.putLittleInt(header, 28, ShpHeader.VERSION);
        Bytes.putLittleInt(header, 32, sum.type().number());
        for (int i = 0; i < sum.ranges().length; i++) {
            Bytes.putLittleDouble(header, 36 + 8 * i, sum.ranges()[i]);
        }
        return header;
    }

    @Override
    boolean make() throws IOException {
        if (!begun) {
            begun = true;
            give(header, header.length);
            return true;
        }
        if (!shapes.next()) {
            return false;
        }
        int length = shapes.length();
        if (record.length < RECORD_HEADER + length) {
            record = new byte[Math.max(RECORD_HEADER + length, 2 * record.length)];
        }
        Bytes.putBigInt(record, 0, index ? (int) (offset / 2) : shapes.number());
        Bytes.putBigInt(record, 4, length / 2);
        if (!index) {
            System.arraycopy(shapes.bytes(), 0, record, RECORD_HEADER, length);
        }
        offset += RECORD_HEADER + length;
        give(record, index ? RECORD_HEADER : RECORD_HEADER + length);
        return true;
    }

    @Override
    public void close() throws IOException {
        shapes.close();
    }
}
