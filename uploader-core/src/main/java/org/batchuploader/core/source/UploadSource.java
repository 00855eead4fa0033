package org.batchuploader.core.source;

import java.io.IOException;
import java.util.List;

/**
 * A way in. It logs people in, brings their bytes into the staging area, and hands what ended well to the drop folders
 * or the intake. It may say "received" only after those have returned. A new way in implements this and nothing else.
 */
public interface UploadSource extends AutoCloseable {
    /** Begins to accept; returns when it does. */
    void start(Reception reception) throws IOException;

    /** Where people reach it, {@code ftp://host:2121/}; empty before the start. */
    List<String> addresses();

    /** Accepts no more, cuts running transfers, returns when its threads have ended. Idempotent. */
    @Override
    void close();
}
