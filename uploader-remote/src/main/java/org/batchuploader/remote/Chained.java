package org.batchuploader.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** One body after the other; each is opened when its turn comes, so that no more than one file is open. */
final class Chained extends InputStream {
    private final Iterator<StreamedBody> bodies;
    private InputStream current = InputStream.nullInputStream();

    Chained(Iterator<StreamedBody> bodies) {
        this.bodies = bodies;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = current.read(bytes, offset, length);
        while (read < 0 && bodies.hasNext()) {
            current.close();
            current = bodies.next().open();
            read = current.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
