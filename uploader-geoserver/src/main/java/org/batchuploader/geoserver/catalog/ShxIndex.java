package org.batchuploader.geoserver.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The {@code .shx} of a {@code .shp}, made from its record headers while it is read (ESRI's technical description of July
 * 1998). A record that runs past the end of the file ends it.
 */
final class ShxIndex extends InputStream {
    private static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;
    private static final int FILE_LENGTH_AT = 24;

    private final FileChannel shp;
    private final long size;
    private final ByteBuffer recordHeader = ByteBuffer.allocate(RECORD_HEADER);
    private ByteBuffer ready;
    private long next = HEADER;

    private ShxIndex(FileChannel shp) throws IOException {
        this.shp = shp;
        this.size = shp.size();
        this.ready = ByteBuffer.allocate(HEADER);
        readFully(ready, 0);
        long records = 0;
        for (long at = HEADER; contentLength(at) >= 0; at += RECORD_HEADER + contentLength(at)) {
            records++;
        }
        ready.putInt(FILE_LENGTH_AT, Math.toIntExact((HEADER + records * RECORD_HEADER) / 2));
    }

    static InputStream of(Path shp) throws IOException {
        FileChannel channel = FileChannel.open(shp, StandardOpenOption.READ);
        try {
            return new ShxIndex(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return prepare() ? ready.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int done = 0;
        while (done < length && prepare()) {
            int n = Math.min(length - done, ready.remaining());
            ready.get(bytes, offset + done, n);
            done += n;
        }
        return done == 0 ? -1 : done;
    }

    private boolean prepare() throws IOException {
        if (ready.hasRemaining()) {
            return true;
        }
        long length = contentLength(next);
        if (length < 0) {
            return false;
        }
        ready = ByteBuffer.allocate(RECORD_HEADER)
                .putInt((int) (next / 2))
                .putInt((int) (length / 2))
                .flip();
        next += RECORD_HEADER + length;
        return true;
    }

    /** Bytes of the record's content; -1 when there is no whole record. */
    private long contentLength(long at) throws IOException {
        if (at + RECORD_HEADER > size) {
            return -1;
        }
        readFully(recordHeader.clear(), at);
        long length = 2L * recordHeader.getInt(4);
        return length < 0 || at + RECORD_HEADER + length > size ? -1 : length;
    }

    private void readFully(ByteBuffer buffer, long at) throws IOException {
        long position = at;
        while (buffer.hasRemaining()) {
            int n = shp.read(buffer, position);
            if (n < 0) {
                throw new EOFException("the .shp ends within its header");
            }
            position += n;
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        shp.close();
    }
}
