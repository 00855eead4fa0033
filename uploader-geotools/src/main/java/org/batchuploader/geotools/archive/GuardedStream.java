package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream out of an archive; whatever goes wrong while it is read is an {@link ArchiveRefused}. */
abstract class GuardedStream extends InputStream {
    private final String archive;

    /** @param archive its name as it may stand in a sentence */
    GuardedStream(String archive) {
        this.archive = archive;
    }

    /** As {@link InputStream#read(byte[], int, int)}, throwing what it likes. */
    abstract int take(byte[] bytes, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return take(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw Unreadable.refused(archive, e);
        }
    }
}
