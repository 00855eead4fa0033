package org.batchuploader.geotools.archive;

import java.io.IOException;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** The bytes of the entry a 7z has come to; closing it leaves the 7z open. Check sums are the library's. */
final class SevenZipContent extends GuardedStream {
    private final SevenZFile seven;

    SevenZipContent(SevenZFile seven, String archive) {
        super(archive);
        this.seven = seven;
    }

    @Override
    int take(byte[] bytes, int offset, int length) throws IOException {
        return seven.read(bytes, offset, length);
    }
}
