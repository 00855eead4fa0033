package org.batchuploader.core.inspect;

import java.io.IOException;
import java.io.InputStream;

/** Where unpacked files go. */
@FunctionalInterface
public interface PartSink {
    /**
     * Stores the stream to its end as a part.
     *
     * @param name the file name without folder, kept as data, never used as a path
     */
    Part store(String name, InputStream content) throws IOException;
}
