package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * The bytes of a TIFF or BigTIFF, never read outside the file.
 *
 * @param first where its first directory is
 */
record TiffBytes(String name, FileChannel channel, long size, ByteOrder order, boolean big, long first) {
    static TiffBytes of(SourceFile file, FileChannel channel) throws IOException, DamagedFile {
        var head = new TiffBytes(file.name(), channel, channel.size(), ByteOrder.LITTLE_ENDIAN, false, 0);
        if (head.size() < 8) {
            throw noTiff(file.name());
        }
        int mark = head.at(0, 8).getShort(0);
        ByteOrder order = mark == 0x4D4D ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer start = head.at(0, 8).order(order);
        int version = start.getShort(2);
        if ((mark != 0x4949 && mark != 0x4D4D) || (version != 42 && version != 43)) {
            throw noTiff(file.name());
        }
        boolean big = version == 43;
        long first = big ? head.at(8, 8).order(order).getLong(0) : start.getInt(4) & 0xFFFFFFFFL;
        return new TiffBytes(file.name(), channel, head.size(), order, big, first);
    }

    private static DamagedFile noTiff(String name) {
        return new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, name + " is not a TIFF image.");
    }

    ByteBuffer at(long offset, int length) throws IOException, DamagedFile {
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
