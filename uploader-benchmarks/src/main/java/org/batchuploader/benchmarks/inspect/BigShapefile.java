package org.batchuploader.benchmarks.inspect;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.batchuploader.testkit.sample.SampleCrs;

/**
 * The shapefile that is measured: polygons of twelve points spread over the earth, eight fields of 180 bytes in all, text
 * in UTF-8 of which one name in four has letters beyond ASCII. Written in a stream, the same each time.
 */
public final class BigShapefile {
    private static final int POINTS = 12;
    private static final int CONTENT = 44 + 4 + 16 * POINTS;
    private static final int ROW = 181;
    private static final List<String> NAMES = List.of(
            "Springfield",
            "Malmö Västra Hamnen",
            "Newcastle upon Tyne",
            "San José del Guaviare",
            "Kirkby Stephen",
            "Alexandria",
            "Cambridge",
            "Łódź Śródmieście",
            "Richmond Hill",
            "Bridgetown",
            "Νέα Σμύρνη",
            "Walla Walla");
    private static final List<String> KINDS = List.of("residential", "forest", "water", "farmland", "industrial");
    private static final String[] FIELDS = {
        "ID", "N", "10", "0", "NAME", "C", "50", "0", "KIND", "C", "20", "0", "REGION", "C", "40", "0",
        "POPULATION", "N", "12", "0", "AREA", "N", "19", "6", "SURVEYED", "D", "8", "0", "CODE", "C", "21", "0"
    };

    private BigShapefile() {}

    public static List<Path> write(Path folder, int rows) throws IOException {
        Files.createDirectories(folder);
        Path shp = folder.resolve("big.shp");
        Path shx = folder.resolve("big.shx");
        Path dbf = folder.resolve("big.dbf");
        Path prj = folder.resolve("big.prj");
        Path cpg = folder.resolve("big.cpg");
        List<Path> files = List.of(shp, shx, dbf, prj, cpg);
        if (Files.exists(cpg) && Files.size(shp) == 100 + (8L + CONTENT) * rows) {
            return files;
        }
        try (OutputStream main = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 18);
                OutputStream index = new BufferedOutputStream(Files.newOutputStream(shx), 1 << 18)) {
            shapes(main, index, rows);
        }
        try (OutputStream table = new BufferedOutputStream(Files.newOutputStream(dbf), 1 << 18)) {
            table(table, rows);
        }
        Files.writeString(prj, SampleCrs.WGS_84);
        Files.writeString(cpg, "UTF-8");
        return files;
    }

    private static void shapes(OutputStream main, OutputStream index, int rows) throws IOException {
        main.write(header(100 + (8L + CONTENT) * rows));
        index.write(header(100 + 8L * rows));
        var random = new Random(1);
        ByteBuffer record = ByteBuffer.allocate(8 + CONTENT);
        ByteBuffer entry = ByteBuffer.allocate(8);
        double[] ring = new double[2 * POINTS];
        for (int row = 0; row < rows; row++) {
            ring(ring, random, row, rows);
            record.clear().order(ByteOrder.BIG_ENDIAN).putInt(row + 1).putInt(CONTENT / 2);
            record.order(ByteOrder.LITTLE_ENDIAN).putInt(5);
            for (double side : box(ring)) {
                record.putDouble(side);
            }
            record.putInt(1).putInt(POINTS).putInt(0);
            for (double ordinate : ring) {
                record.putDouble(ordinate);
            }
            main.write(record.array());
            entry.clear().putInt((int) ((100 + (8L + CONTENT) * row) / 2)).putInt(CONTENT / 2);
            index.write(entry.array());
        }
    }

    /** Clockwise and closed; the first and the last are where the header's box has its corners. */
    private static void ring(double[] ring, Random random, int row, int rows) {
        boolean corner = row == 0 || row == rows - 1;
        double x = corner ? (row == 0 ? -179 : 179) : -179 + 358 * random.nextDouble();
        double y = corner ? (row == 0 ? -89 : 89) : -89 + 178 * random.nextDouble();
        double radius = 0.01 + 0.02 * random.nextDouble();
        for (int i = 0; i < POINTS - 1; i++) {
            double angle = -2 * Math.PI * i / (POINTS - 1);
            double distance = corner ? 1 : radius * (0.7 + 0.3 * random.nextDouble());
            ring[2 * i] = x + distance * Math.cos(angle);
            ring[2 * i + 1] = y + distance * Math.sin(angle);
        }
        if (corner) {
            ring[6] = x < 0 ? -180 : 180;
            ring[7] = y < 0 ? -90 : 90;
        }
        ring[2 * POINTS - 2] = ring[0];
        ring[2 * POINTS - 1] = ring[1];
    }

    private static double[] box(double[] ring) {
        double[] box = {ring[0], ring[1], ring[0], ring[1]};
        for (int i = 2; i < ring.length; i += 2) {
            box[0] = Math.min(box[0], ring[i]);
            box[1] = Math.min(box[1], ring[i + 1]);
            box[2] = Math.max(box[2], ring[i]);
            box[3] = Math.max(box[3], ring[i + 1]);
        }
        return box;
    }

    private static byte[] header(long length) {
        ByteBuffer header = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, (int) (length / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        header.putDouble(36, -180).putDouble(44, -90).putDouble(52, 180).putDouble(60, 90);
        return header.array();
    }

    private static void table(OutputStream out, int rows) throws IOException {
        int length = 32 + 32 * FIELDS.length / 4 + 1;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {3, 126, 11, 24})
                .putInt(rows)
                .putShort((short) length)
                .putShort((short) ROW);
        for (int i = 0; i < FIELDS.length; i += 4) {
            int at = 32 + 8 * i;
            header.position(at).put(FIELDS[i].getBytes(StandardCharsets.US_ASCII));
            header.put(at + 11, (byte) FIELDS[i + 1].charAt(0));
            header.put(at + 16, Byte.parseByte(FIELDS[i + 2])).put(at + 17, Byte.parseByte(FIELDS[i + 3]));
        }
        header.put(length - 1, (byte) 0x0D);
        out.write(header.array());
        var random = new Random(2);
        ByteBuffer row = ByteBuffer.allocate(ROW);
        for (int n = 1; n <= rows; n++) {
            row.clear().put((byte) ' ');
            right(row, Integer.toString(n), 10);
            left(row, NAMES.get(random.nextInt(NAMES.size())) + " " + n, 50);
            left(row, KINDS.get(random.nextInt(KINDS.size())), 20);
            left(row, "Region " + random.nextInt(97), 40);
            right(row, Integer.toString(random.nextInt(10_000_000)), 12);
            right(row, String.format(Locale.ROOT, "%.6f", random.nextDouble() * 1e6), 19);
            row.put("20%02d%02d%02d".formatted(n % 26, 1 + n % 12, 1 + n % 28).getBytes(StandardCharsets.US_ASCII));
            left(row, "C-" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36), 21);
            out.write(row.array());
        }
        out.write(0x1A);
    }

    private static void left(ByteBuffer row, String text, int width) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        row.put(bytes);
        blanks(row, width - bytes.length);
    }

    private static void right(ByteBuffer row, String text, int width) {
        blanks(row, width - text.length());
        row.put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void blanks(ByteBuffer row, int count) {
        for (int i = 0; i < count; i++) {
            row.put((byte) ' ');
        }
    }
}
