package org.batchuploader.testkit.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes {@code .shp} and {@code .shx}, one record at a time, all of one length. */
@SuppressWarnings("ByteBufferBackingArray")
final class ShpWriter {
    private static final int HEADER = 100;
    private static final int BOX_AT = 36;
    private final int type;
    private final List<Double> extent;
    private final double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    private double highest;

    ShpWriter(int type, List<Double> extent) {
        this.type = type;
        this.extent = extent;
    }

    void write(Path shp, Path shx, long rows) throws IOException {
        int content = record(0, rows).length;
        try (OutputStream main = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 16);
                OutputStream index = new BufferedOutputStream(Files.newOutputStream(shx), 1 << 16)) {
            main.write(header(HEADER + rows * (8L + content)));
            index.write(header(HEADER + rows * 8));
            for (long row = 0; row < rows; row++) {
                main.write(bigEndian((int) (row + 1), content / 2));
                main.write(record(row, rows));
                index.write(bigEndian((int) ((HEADER + row * (8L + content)) / 2), content / 2));
            }
        }
        if (rows > 0) {
            Damage.overwrite(shp, BOX_AT, ranges());
            Damage.overwrite(shx, BOX_AT, ranges());
        }
    }

    private byte[] header(long length) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(0, 9994).putInt(24, (int) (length / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        return header.array();
    }

    /** The box around all that was written, and the ranges of heights and measures. */
    private byte[] ranges() {
        ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        put(out, box);
        put(out, new double[] {0, hasZ() ? highest : 0, 0, hasM() ? highest : 0});
        return out.array();
    }

    private static byte[] bigEndian(int first, int second) {
        return ByteBuffer.allocate(8).putInt(first).putInt(second).array();
    }

    private byte[] record(long row, long rows) {
        double width = extent.get(2) - extent.get(0);
        double height = extent.get(3) - extent.get(1);
        double step = rows < 2 ? 0 : (double) row / (rows - 1);
        double x = extent.get(0) + width * 0.9 * step;
        double y = extent.get(1) + height * 0.9 * ((row * 7) % 10) / 9.0;
        double dx = width * 0.1;
        double dy = height * 0.1;
        if (type == SampleShapefile.MULTI_PATCH) {
            return parts(new double[][] {{x, y, x, y + dy, x + dx, y + dy, x + dx, y, x, y}});
        }
        return switch (type % 10) {
            case 0 -> ByteBuffer.allocate(4).array();
            case 1 -> point(x, y);
            case 3 -> parts(new double[][] {{x, y, x + dx / 2, y + dy, x + dx, y}});
            case 5 ->
                parts(new double[][] {
                    {x, y, x, y + dy, x + dx, y + dy, x + dx, y, x, y},
                    {
                        x + dx * 0.4,
                        y + dy * 0.4,
                        x + dx * 0.6,
                        y + dy * 0.4,
                        x + dx * 0.6,
                        y + dy * 0.6,
                        x + dx * 0.4,
                        y + dy * 0.4
                    }
                });
            case 8 -> multiPoint(new double[] {x, y, x + dx, y + dy});
            default -> throw new IllegalArgumentException("no sample of shape type " + type);
        };
    }

    private boolean hasZ() {
        return type / 10 == 1 || type == SampleShapefile.MULTI_PATCH;
    }

    private boolean hasM() {
        return type > SampleShapefile.Z;
    }

    private byte[] point(double x, double y) {
        ByteBuffer out = little(20 + (hasZ() ? 8 : 0) + (hasM() ? 8 : 0));
        out.putInt(type).putDouble(x).putDouble(y);
        widen(box, new double[] {x, y});
        return out.array();
    }

    private byte[] multiPoint(double[] points) {
        ByteBuffer out = little(40 + points.length * 8 + ordinates(points.length / 2));
        out.putInt(type);
        box(out, new double[][] {points});
        out.putInt(points.length / 2);
        put(out, points);
        double[] along = new double[points.length / 2];
        Arrays.setAll(along, i -> i);
        ordinates(out, along);
        return out.array();
    }

    private byte[] parts(double[][] parts) {
        boolean patch = type == SampleShapefile.MULTI_PATCH;
        int numbers = 0;
        for (double[] part : parts) {
            numbers += part.length;
        }
        ByteBuffer out = little(44 + (patch ? 8 : 4) * parts.length + 8 * numbers + ordinates(numbers / 2));
        out.putInt(type);
        box(out, parts);
        out.putInt(parts.length).putInt(numbers / 2);
        int start = 0;
        for (double[] part : parts) {
            out.putInt(start);
            start += part.length / 2;
        }
        for (int part = 0; patch && part < parts.length; part++) {
            out.putInt(2);
        }
        for (double[] part : parts) {
            put(out, part);
        }
        ordinates(out, along(parts, numbers / 2));
        return out.array();
    }

    /** 0, 1, 2, ... along the vertices; a ring ends with what it began with. */
    private double[] along(double[][] parts, int points) {
        double[] along = new double[points];
        Arrays.setAll(along, i -> i);
        int end = 0;
        for (double[] part : parts) {
            int start = end;
            end += part.length / 2;
            if (type % 10 != SampleShapefile.LINE) {
                along[end - 1] = start;
            }
        }
        return along;
    }

    private int ordinates(int points) {
        return ((hasZ() ? 1 : 0) + (hasM() ? 1 : 0)) * (16 + 8 * points);
    }

    /** Heights, then measures, each with its range. */
    private void ordinates(ByteBuffer out, double[] along) {
        highest = Arrays.stream(along).max().orElse(0);
        for (int kind = (hasZ() ? 1 : 0) + (hasM() ? 1 : 0); kind > 0; kind--) {
            put(out, new double[] {0, highest});
            put(out, along);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size + size % 2).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void box(ByteBuffer out, double[][] parts) {
        double[] own = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] part : parts) {
            widen(own, part);
        }
        widen(box, own);
        put(out, own);
    }

    private static void widen(double[] box, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            box[i % 2] = Math.min(box[i % 2], numbers[i]);
            box[2 + i % 2] = Math.max(box[2 + i % 2], numbers[i]);
        }
    }

    private static void put(ByteBuffer out, double[] numbers) {
        for (double number : numbers) {
            out.putDouble(number);
        }
    }
}
