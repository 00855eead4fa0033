package org.batchuploader.geoserver.catalog;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that goes into a zip.
 *
 * @param name of the entry, ours
 * @param content opened when its turn comes
 */
record ZipEntrySource(String name, Opening content) {
    /** Opens the content. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }
}
