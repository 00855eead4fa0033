package org.batchuploader.testkit.publish;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The bytes of a shapefile of points in EPSG:4326 with the fields {@code NAME} and {@code POP}, after ESRI's technical
 * description of July 1998 and dBASE III.
 */
record PointShapefile(int count) {
    static final double WEST = 7.0;
    static final double SOUTH = 46.0;
    static final double STEP = 0.01;
    static final String WGS_84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
            + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private static final int HEADER = 100;
    private static final int POINT = 1;
    private static final int CONTENT = 20;
    private static final int NAME_WIDTH = 20;
    private static final int POP_WIDTH = 9;

    byte[] shp() {
        ByteBuffer shp = ByteBuffer.allocate(HEADER + count * (8 + CONTENT));
        header(shp, shp.capacity());
        for (int i = 0; i < count; i++) {
            shp.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(CONTENT / 2);
            shp.order(ByteOrder.LITTLE_ENDIAN).putInt(POINT).putDouble(x(i)).putDouble(y(i));
        }
        return shp.array();
    }

    byte[] shx() {
        ByteBuffer shx = ByteBuffer.allocate(HEADER + count * 8);
        header(shx, shx.capacity());
        shx.order(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < count; i++) {
            shx.putInt((HEADER + i * (8 + CONTENT)) / 2).putInt(CONTENT / 2);
        }
        return shx.array();
    }

    byte[] dbf() {
        int headerLength = 32 + 2 * 32 + 1;
        int recordLength = 1 + NAME_WIDTH + POP_WIDTH;
        ByteBuffer dbf = ByteBuffer.allocate(headerLength + count * recordLength + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {3, 126, 1, 1})
                .putInt(count)
                .putShort((short) headerLength)
                .putShort((short) recordLength)
                .position(32);
        field(dbf, "NAME", 'C', NAME_WIDTH);
        field(dbf, "POP", 'N', POP_WIDTH);
        dbf.put((byte) 0x0d);
        for (int i = 0; i < count; i++) {
            String row = " " + String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s%" + POP_WIDTH + "d", name(i), pop(i));
            dbf.put(row.getBytes(StandardCharsets.UTF_8));
        }
        return dbf.put((byte) 0x1a).array();
    }

    double x(int i) {
        return WEST + i * STEP;
    }

    double y(int i) {
        return SOUTH + i * STEP / 2;
    }

    String name(int i) {
        return "place " + i;
    }

    int pop(int i) {
        return 100 + i;
    }

    private void header(ByteBuffer buffer, int bytes) {
        buffer.order(ByteOrder.BIG_ENDIAN).putInt(0, 9994).putInt(24, bytes / 2);
        buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, POINT);
        buffer.putDouble(36, x(0))
                .putDouble(44, y(0))
                .putDouble(52, x(count - 1))
                .putDouble(60, y(count - 1));
        buffer.position(HEADER);
    }

    private static void field(ByteBuffer dbf, String name, char type, int width) {
        int start = dbf.position();
        dbf.put(name.getBytes(StandardCharsets.US_ASCII))
                .position(start + 11)
                .put((byte) type)
                .position(start + 16)
                .put((byte) width)
                .position(start + 32);
    }
}
