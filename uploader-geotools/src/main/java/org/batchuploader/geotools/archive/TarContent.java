package org.batchuploader.geotools.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one entry out of a tar's; closing it leaves the tar open. */
final class TarContent extends InputStream {
    private final InputStream in;
    private long left;

    TarContent(InputStream in, TarHeader header) {
        this.in = in;
        this.left = header.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int got = in.read(bytes, offset, (int) Math.min(length, left));
        if (got < 0) {
            throw new EOFException();
        }
        left -= got;
        return got;
    }
}
