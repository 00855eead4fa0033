package org.batchuploader.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Notes when it was last read from. */
final class WatchedStream extends FilterInputStream {
    private final AtomicLong lastProgress;

    WatchedStream(InputStream in, AtomicLong lastProgress) {
        super(in);
        this.lastProgress = lastProgress;
    }

    @Override
    public int read() throws IOException {
        lastProgress.set(System.nanoTime());
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        lastProgress.set(System.nanoTime());
        return super.read(bytes, offset, length);
    }
}
