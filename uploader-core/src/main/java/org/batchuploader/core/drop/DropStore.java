package org.batchuploader.core.drop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.id.BlobId;
import org.jspecify.annotations.Nullable;

/** The rows behind drop folders. Joins the transaction of its thread. Paths are compared with case. */
public interface DropStore {
    Optional<DropEntry> find(String owner, String path);

    /** What is directly in the folder ({@code ""} for the top), by name. */
    List<DropEntry> children(String owner, String folder);

    /** Inserts or replaces the entry at its path. */
    void put(DropEntry entry);

    void remove(String owner, String path);

    /** Owners who have any entry, by name. */
    List<String> owners();

    /**
     * Complete files that went into an upload and have not changed since before {@code time}, page by page.
     *
     * @param after the last one of the page before; absent for the first page
     */
    List<DropEntry> deliveredBefore(Instant time, @Nullable DropEntry after, int limit);

    /** Those of the given blobs that an entry refers to. */
    Set<BlobId> referenced(Set<BlobId> blobs);
}
