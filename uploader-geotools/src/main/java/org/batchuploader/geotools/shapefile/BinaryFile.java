package org.batchuploader.geotools.shapefile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file read once from front to back. The buffer answered is the same each time. */
final class BinaryFile implements Closeable {
    private static final int STEP = 1 << 20;
    private final InputStream in;
    private byte[] bytes = new byte[4096];
    private long position;

    BinaryFile(Path path) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    long position() {
        return position;
    }

    ByteBuffer big(int length) throws IOException {
        return read(length).order(ByteOrder.BIG_ENDIAN);
    }

    ByteBuffer little(int length) throws IOException {
        return read(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    void skip(long length) throws IOException {
        in.skipNBytes(length);
        position += length;
    }

    private ByteBuffer read(int length) throws IOException {
        int done = 0;
        while (done < length) {
            int next = Math.min(length, done + STEP);
            if (bytes.length < next) {
                bytes = Arrays.copyOf(bytes, Math.min(length, Math.max(next, bytes.length * 2)));
            }
            int got = in.readNBytes(bytes, done, next - done);
            if (got < next - done) {
                throw new EOFException("ends at byte " + (position + done + got));
            }
            done = next;
        }
        position += length;
        return ByteBuffer.wrap(bytes, 0, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
