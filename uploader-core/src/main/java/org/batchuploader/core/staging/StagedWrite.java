package org.batchuploader.core.staging;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.batchuploader.core.id.BlobId;

/**
 * A blob being written. {@link #seal} forces its bytes to disk and makes it immutable; {@link #close} without a seal
 * leaves it as it is, to be resumed or deleted.
 */
public interface StagedWrite extends WritableByteChannel {
    BlobId id();

    /** Bytes in the blob so far. */
    long position();

    /** Bytes and the blob's directory entry are on disk when this returns. Idempotent. */
    StagedFile seal() throws IOException;

    @Override
    void close() throws IOException;
}
