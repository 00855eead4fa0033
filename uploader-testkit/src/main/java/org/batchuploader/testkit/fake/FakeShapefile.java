package org.batchuploader.testkit.fake;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/** Looks into the parts of a shapefile as far as a map server must: how many records, where, of which kind, and whether all are there. */
final class FakeShapefile {
    private static final int HEADER = 100;
    private static final int SHAPE_TYPE = 32;
    private static final int BOX = 36;

    private FakeShapefile() {}

    /** The shapefiles among these parts, by base name. */
    static Map<String, FakeData> among(Map<String, byte[]> parts) {
        Map<String, String> prints = new TreeMap<>();
        parts.forEach((name, bytes) -> prints.put(name, Prints.sha256(bytes)));
        Map<String, FakeData> found = new HashMap<>();
        parts.forEach((name, bytes) -> {
            if (name.endsWith(".shp") && bytes.length >= HEADER) {
                String base = name.substring(0, name.length() - ".shp".length());
                found.put(base, read(bytes, parts.get(base + ".dbf"), parts.get(base + ".prj"), prints));
            }
        });
        return found;
    }

    private static FakeData read(byte[] shp, byte @Nullable [] dbf, byte @Nullable [] prj, Map<String, String> prints) {
        ByteBuffer header = ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN);
        long records = records(shp);
        return new FakeData(
                Math.abs(records) - (dbf == null ? 0 : deleted(dbf)),
                new Envelope(
                        header.getDouble(BOX),
                        header.getDouble(BOX + 8),
                        header.getDouble(BOX + 16),
                        header.getDouble(BOX + 24)),
                geometry(header.getInt(SHAPE_TYPE)),
                prj == null ? null : new String(prj, StandardCharsets.UTF_8),
                records < 0 || dbf == null,
                prints);
    }

    /** Negative when the last one is cut off. */
    private static long records(byte[] shp) {
        ByteBuffer in = ByteBuffer.wrap(shp).order(ByteOrder.BIG_ENDIAN).position(HEADER);
        long records = 0;
        while (in.hasRemaining()) {
            records++;
            try {
                in.getInt();
                int words = in.getInt();
                in.position(in.position() + 2 * words);
            } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
                return -records;
            }
        }
        return records;
    }

    private static long deleted(byte[] dbf) {
        if (dbf.length < 32) {
            return 0;
        }
        ByteBuffer table = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
        int first = Short.toUnsignedInt(table.getShort(8));
        int length = Math.max(Short.toUnsignedInt(table.getShort(10)), 1);
        long deleted = 0;
        for (long i = 0, at = first; i < table.getInt(4) && at < dbf.length; i++, at += length) {
            deleted += dbf[(int) at] == '*' ? 1 : 0;
        }
        return deleted;
    }

    private static String geometry(int shapeType) {
        return switch (shapeType % 10) {
            case 1, 8 -> "point";
            case 3 -> "line";
            default -> "polygon";
        };
    }
}
