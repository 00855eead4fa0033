package org.batchuploader.geotools.geopackage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/** One row in SQLite's record format (chapter 2.1). */
final class Row {
    private static final int MOST_COLUMNS = 4000;

    private final SqliteFile file;
    private final ByteBuffer payload;
    private final List<Long> types = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    Row(SqliteFile file, ByteBuffer payload) throws DamagedFile {
        this.file = file;
        this.payload = payload;
        try {
            long header = TableScan.varint(payload);
            long at = header;
            while (payload.position() < header) {
                long type = TableScan.varint(payload);
                types.add(type);
                offsets.add((int) at);
                at += length(type);
                if (type < 0 || at > payload.limit() || types.size() > MOST_COLUMNS) {
                    throw file.damaged("has a row whose values go beyond its end");
                }
            }
        } catch (BufferUnderflowException e) {
            throw file.damaged("has a row that ends in its header");
        }
    }

    private static long length(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0;
        };
    }

    /** A {@link Long}, {@link Double}, {@link String}, {@link ByteBuffer}, or null, also of a column added later. */
    @Nullable Object value(int column) {
        if (column >= types.size()) {
            return null;
        }
        long type = types.get(column);
        int at = offsets.get(column);
        if (type >= 12) {
            ByteBuffer bytes = payload.slice(at, (int) length(type));
            return type % 2 == 0 ? bytes : file.charset().decode(bytes).toString();
        }
        return switch ((int) type) {
            case 0 -> null;
            case 7 -> payload.getDouble(at);
            case 8 -> 0L;
            case 9 -> 1L;
            case 10, 11 -> null;
            default -> integer(at, (int) length(type));
        };
    }

    private long integer(int at, int length) {
        long value = payload.get(at);
        for (int i = 1; i < length; i++) {
            value = value << 8 | payload.get(at + i) & 0xFF;
        }
        return value;
    }

    String text(int column) {
        Object value = value(column);
        return value instanceof ByteBuffer || value == null ? "" : value.toString();
    }
}
