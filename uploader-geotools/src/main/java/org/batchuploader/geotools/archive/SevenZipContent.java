package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** The bytes of the entry a 7z has come to; closing it leaves the 7z open. Check sums are the library's. */
final class SevenZipContent extends InputStream {
    private final SevenZFile seven;
    private final String archive;

    SevenZipContent(SevenZFile seven, String archive) {
        this.seven = seven;
        this.archive = archive;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return seven.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw Unreadable.refused(archive, e);
        }
    }
}
