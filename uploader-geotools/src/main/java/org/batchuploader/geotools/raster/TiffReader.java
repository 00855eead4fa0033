package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** Reads the first directory of a TIFF or BigTIFF, and follows the others only to see that they end. */
final class TiffReader {
    private static final int MAX_DIRECTORIES = 10_000;
    private static final int MAX_FIELDS = 4096;
    private static final long MAX_VALUES = 64 << 20;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;

    private TiffReader(SourceFile file, FileChannel channel) throws IOException {
        this.name = file.name();
        this.channel = channel;
        this.size = channel.size();
    }

    static TiffImage read(SourceFile file) throws IOException, DamagedFile {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            var reader = new TiffReader(file, channel);
            long first = reader.header();
            Map<Integer, TiffField> fields = reader.directories(first);
            return new TiffImage(file.name(), reader.size, fields).checked();
        }
    }

    private long header() throws IOException, DamagedFile {
        ByteBuffer head = size < 8 ? ByteBuffer.allocate(8) : at(0, 8);
        int mark = head.getShort(0);
        order = mark == 0x4D4D ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int version = head.order(order).getShort(2);
        if ((mark != 0x4949 && mark != 0x4D4D) || (version != 42 && version != 43)) {
            throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, name + " is not a TIFF image.");
        }
        big = version == 43;
        return big ? at(8, 8).getLong(0) : head.getInt(4) & 0xFFFFFFFFL;
    }

    private Map<Integer, TiffField> directories(long first) throws IOException, DamagedFile {
        var fields = new HashMap<Integer, TiffField>();
        var seen = new HashSet<Long>();
        long next = first;
        for (int n = 0; next != 0; n++) {
            if (!seen.add(next) || n > MAX_DIRECTORIES) {
                throw new DamagedFile("The directories of %s lead in a circle, at byte %d.".formatted(name, next));
            }
            next = directory(next, n == 0 ? fields : new HashMap<>(), n == 0);
        }
        if (seen.isEmpty()) {
            throw new DamagedFile(name + " has no image directory.");
        }
        return fields;
    }

    private long directory(long offset, Map<Integer, TiffField> fields, boolean wanted)
            throws IOException, DamagedFile {
        long count = big ? at(offset, 8).getLong(0) : at(offset, 2).getShort(0) & 0xFFFF;
        if (count < 1 || count > MAX_FIELDS) {
            throw new DamagedFile("The directory of %s at byte %d claims %d fields.".formatted(name, offset, count));
        }
        int width = big ? 20 : 12;
        long start = offset + (big ? 8 : 2);
        ByteBuffer entries = at(start, (int) count * width);
        for (int i = 0; wanted && i < count; i++) {
            int at = i * width;
            int tag = entries.getShort(at) & 0xFFFF;
            int type = entries.getShort(at + 2) & 0xFFFF;
            long values = big ? entries.getLong(at + 4) : entries.getInt(at + 4) & 0xFFFFFFFFL;
            long length = values * TiffField.width(type);
            int inline = big ? 8 : 4;
            int valueAt = at + (big ? 12 : 8);
            if (values < 0 || values > MAX_VALUES || length > MAX_VALUES || length == 0) {
                continue;
            }
            ByteBuffer bytes = length <= inline
                    ? entries.slice(valueAt, (int) length).order(order)
                    : at(big ? entries.getLong(valueAt) : entries.getInt(valueAt) & 0xFFFFFFFFL, (int) length);
            fields.putIfAbsent(tag, new TiffField(type, (int) values, bytes));
        }
        ByteBuffer next = at(start + count * width, big ? 8 : 4);
        return big ? next.getLong(0) : next.getInt(0) & 0xFFFFFFFFL;
    }

    private ByteBuffer at(long offset, int length) throws IOException, DamagedFile {
        if (offset < 0 || offset > size - length) {
            throw new DamagedFile("%s points to byte %d and is only %d bytes long.".formatted(name, offset, size));
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
        int got = 0;
        while (buffer.hasRemaining() && got >= 0) {
            got = channel.read(buffer, offset + buffer.position());
        }
        return buffer;
    }
}
