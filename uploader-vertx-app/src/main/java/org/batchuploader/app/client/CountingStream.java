package org.batchuploader.app.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how far reading has come. */
final class CountingStream extends FilterInputStream {
    private final LongConsumer progress;
    private long position;

    CountingStream(InputStream in, long position, LongConsumer progress) {
        super(in);
        this.position = position;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        position += bytes;
        progress.accept(position);
    }
}
