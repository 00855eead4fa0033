package org.batchuploader.core.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.batchuploader.core.id.BlobId;

/**
 * A durable place for bytes. A blob is written once, front to back, and is immutable once sealed. Memory use does not
 * depend on a blob's size. All methods may be called by any thread; one {@link StagedWrite} belongs to one thread at a
 * time.
 */
public interface StagingArea {
    /** Begins a new blob. */
    StagedWrite begin() throws IOException;

    /**
     * Goes on with a blob that was begun and never sealed, cutting it off at {@code offset} bytes.
     *
     * @throws IOException when there is no such blob, it is sealed, or it is shorter than {@code offset}
     */
    StagedWrite resume(BlobId id, long offset) throws IOException;

    /** Bytes there now; of a blob that is being written, those that reached the staging area. */
    long size(BlobId id) throws IOException;

    /** Reads from {@code offset} on. */
    InputStream read(BlobId id, long offset) throws IOException;

    /** A local file with the blob's bytes, only to be read. Valid until the blob is deleted. */
    Path localFile(BlobId id) throws IOException;

    /** Deletes the blob if it is there. */
    void delete(BlobId id) throws IOException;

    /** Up to {@code limit} blobs last written before {@code time}, to find those nobody refers to. */
    List<BlobId> olderThan(Instant time, int limit) throws IOException;

    /** Bytes that can still be written. */
    long usableSpace() throws IOException;
}
