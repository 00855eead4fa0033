package org.batchuploader.geotools.vector;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes FlatGeobuf as its schema says (header.fbs, feature.fbs of version 3). */
final class SampleFlatGeobuf {
    private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 0};
    private static final int NODE = 40;

    private SampleFlatGeobuf() {}

    /** Squares in EPSG:3857, with a number and a text each. */
    static Path write(Path file, int features, boolean indexed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAGIC);
        out.write(header(features, indexed));
        if (indexed) {
            out.write(new byte[NODE * (features + (features > 1 ? 1 : 0))]);
        }
        for (int i = 0; i < features; i++) {
            out.write(feature(i));
        }
        return Files.write(file, out.toByteArray());
    }

    private static byte[] header(int features, boolean indexed) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int organization = builder.createString("EPSG");
        builder.startTable(6);
        builder.addOffset(0, organization, 0);
        builder.addInt(1, 3857, 0);
        int crs = builder.endTable();
        int[] columns = {column(builder, "number", 7), column(builder, "text", 11)};
        builder.startVector(4, 2, 4);
        builder.addOffset(columns[1]);
        builder.addOffset(columns[0]);
        int list = builder.endVector();
        builder.startTable(14);
        builder.addByte(2, (byte) 3, 0);
        builder.addOffset(7, list, 0);
        builder.addLong(8, features, 0);
        builder.addShort(9, (short) (indexed ? 16 : 0), 16);
        builder.addOffset(10, crs, 0);
        builder.finishSizePrefixed(builder.endTable());
        return builder.sizedByteArray();
    }

    private static int column(FlatBufferBuilder builder, String name, int type) {
        int text = builder.createString(name);
        builder.startTable(2);
        builder.addOffset(0, text, 0);
        builder.addByte(1, (byte) type, 0);
        return builder.endTable();
    }

    private static byte[] feature(int number) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        double[] xy = {number, 0, number + 1, 0, number + 1, 1, number, 1, number, 0};
        builder.startVector(8, xy.length, 8);
        for (int i = xy.length - 1; i >= 0; i--) {
            builder.addDouble(xy[i]);
        }
        int points = builder.endVector();
        builder.startTable(8);
        builder.addOffset(1, points, 0);
        int geometry = builder.endTable();
        byte[] text = "Zürich".getBytes(StandardCharsets.UTF_8);
        ByteBuffer values = ByteBuffer.allocate(10 + 6 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        values.putShort((short) 0)
                .putLong(number)
                .putShort((short) 1)
                .putInt(text.length)
                .put(text);
        int properties = builder.createByteVector(values.array());
        builder.startTable(3);
        builder.addOffset(0, geometry, 0);
        builder.addOffset(1, properties, 0);
        builder.finishSizePrefixed(builder.endTable());
        return builder.sizedByteArray();
    }
}
