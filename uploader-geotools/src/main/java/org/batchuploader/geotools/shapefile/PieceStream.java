package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A stream whose bytes are made piece by piece while it is read. */
abstract class PieceStream extends InputStream {
    private byte[] piece = {};
    private int at;
    private int end;
    private boolean done;

    /** Makes the next piece by {@link #give}; false at the end. */
    abstract boolean make() throws IOException;

    /** The piece has to stay as it is until the next is made. */
    final void give(byte[] bytes, int length) {
        piece = bytes;
        at = 0;
        end = length;
    }

    private boolean hasMore() throws IOException {
        while (at == end && !done) {
            done = !make();
        }
        return at < end;
    }

    @Override
    public final int read() throws IOException {
        return hasMore() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int copied = 0;
        while (copied < length && hasMore()) {
            int step = Math.min(length - copied, end - at);
            System.arraycopy(piece, at, bytes, offset + copied, step);
            at += step;
            copied += step;
        }
        return copied == 0 && length > 0 ? -1 : copied;
    }
}
