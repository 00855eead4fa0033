package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file in an archive.
 *
 * @param path as written in the archive
 * @param packed bytes it takes in the archive, {@link #UNKNOWN} where it shares them with others
 * @param crc its CRC-32, {@link #UNKNOWN} where the archive has none or its reader checks it
 */
record Entry(EntryName name, String path, long packed, long crc) {
    static final long UNKNOWN = -1;

    /** Opens an entry's bytes; may throw anything a library throws. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** What is done with each entry of an archive in turn. */
    @FunctionalInterface
    interface Visitor {
        void visit(Entry entry, Content content) throws IOException;
    }
}
