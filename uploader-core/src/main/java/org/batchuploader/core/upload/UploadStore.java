package org.batchuploader.core.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.jspecify.annotations.Nullable;

/**
 * Uploads, their datasets and their history. Every method joins the transaction of its thread, if there is one (see
 * {@link org.batchuploader.core.task.Transactions}), and is a transaction of its own otherwise.
 */
public interface UploadStore {
    /** Inserts the upload with its files. */
    void insert(Upload upload);

    /** Replaces everything of a stored upload, its files included. */
    void update(Upload upload);

    /** Deletes an upload with its datasets and history; blobs stay. */
    void delete(UploadId id);

    Optional<Upload> find(UploadId id);

    /** As {@link #find}, and nobody else changes that upload or its datasets before this transaction ends. */
    Optional<Upload> lock(UploadId id);

    /**
     * The newest upload of a bundle key, locked as by {@link #lock}. Two transactions that ask for the same key run one
     * after the other, also while no such upload exists yet.
     */
    Optional<Upload> lockLatest(BundleKey key);

    /** Uploads of a bundle key, newest first. */
    List<Upload> ofBundle(BundleKey key, int limit);

    /** Open uploads whose last arrival is before {@code time}, oldest first. */
    List<Upload> openSince(Instant time, int limit);

    /** Uploads of that owner with a file of these bytes, newest first. */
    List<Upload> withBytes(String owner, String sha256, int limit);

    Page<Upload> list(UploadQuery query);

    /** Inserts or replaces a dataset. */
    void put(Dataset dataset);

    Optional<Dataset> dataset(DatasetId id);

    /** In order of position. */
    List<Dataset> datasets(UploadId id);

    /** A dataset that has that layer or had it when it was cancelled; looks through all datasets. */
    Optional<Dataset> ofLayer(LayerId layer);

    /**
     * Codes of the CRSs that datasets are in, as {@link Dataset#knownCrs} says, most used first, and in the order of
     * their codes where used alike.
     *
     * @param owner whose datasets; absent for everybody's
     * @param limit at most so many
     */
    List<String> crsCodes(@Nullable String owner, int limit);

    void append(HistoryEntry entry);

    /** In the order appended. */
    List<HistoryEntry> history(UploadId id);

    /** Those of the given blobs that a file, part, prepared part, thumbnail or preview refers to. */
    Set<BlobId> referenced(Set<BlobId> blobs);
}
