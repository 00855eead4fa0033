package org.batchuploader.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Page;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/** Uploads, datasets and history in their tables. An upload's row is the lock for all that belongs to it. */
final class JdbcUploads implements UploadStore {
    private final JdbcTransactions transactions;
    private final UploadTable uploads = new UploadTable();
    private final DatasetTable datasets = new DatasetTable();
    private final HistoryTable history = new HistoryTable();

    JdbcUploads(JdbcTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Upload upload) {
        transactions.write(handle -> uploads.insert(handle, upload));
    }

    @Override
    public void update(Upload upload) {
        transactions.write(handle -> uploads.update(handle, upload));
    }

    @Override
    public void delete(UploadId id) {
        transactions.write(handle -> uploads.delete(handle, id));
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return transactions.read(handle -> uploads.find(handle, id));
    }

    @Override
    public Optional<Upload> lock(UploadId id) {
        return transactions.read(
                handle -> uploads.lock(handle, id) ? uploads.find(handle, id) : Optional.<Upload>empty());
    }

    @Override
    public Optional<Upload> lockLatest(BundleKey key) {
        return transactions.read(handle -> {
            uploads.lockStripe(handle, key);
            return uploads.latest(handle, key)
                    .filter(id -> uploads.lock(handle, id))
                    .flatMap(id -> uploads.find(handle, id));
        });
    }

    @Override
    public List<Upload> ofBundle(BundleKey key, int limit) {
        return transactions.read(handle -> uploads.ofBundle(handle, key, limit));
    }

    @Override
    public List<Upload> openSince(Instant time, int limit) {
        return transactions.read(handle -> uploads.openSince(handle, time, limit));
    }

    @Override
    public List<Upload> withBytes(String owner, String sha256, int limit) {
        return transactions.read(handle -> uploads.withBytes(handle, owner, sha256, limit));
    }

    @Override
    public Page<Upload> list(UploadQuery query) {
        return transactions.read(handle -> Pages.page(uploads.list(handle, query), query.limit()));
    }

    @Override
    public void put(Dataset dataset) {
        transactions.write(handle -> {
            requireUpload(uploads.lock(handle, dataset.upload()), dataset.upload());
            datasets.put(handle, dataset);
        });
    }

    @Override
    public Optional<Dataset> dataset(DatasetId id) {
        return transactions.read(handle -> datasets.find(handle, id));
    }

    @Override
    public List<Dataset> datasets(UploadId id) {
        return transactions.read(handle -> datasets.of(handle, id));
    }

    @Override
    public Optional<Dataset> ofLayer(LayerId layer) {
        return transactions.read(handle -> datasets.ofLayer(handle, layer));
    }

    @Override
    public List<String> crsCodes(@Nullable String owner, int limit) {
        return transactions.read(handle -> datasets.crsCodes(handle, owner, limit));
    }

    @Override
    public void append(HistoryEntry entry) {
        transactions.write(handle -> {
            requireUpload(uploads.lock(handle, entry.upload()), entry.upload());
            history.append(handle, entry);
        });
    }

    @Override
    public List<HistoryEntry> history(UploadId id) {
        return transactions.read(handle -> history.of(handle, id));
    }

    @Override
    public Set<BlobId> referenced(Set<BlobId> blobs) {
        return transactions.read(handle -> Blobs.referenced(
                handle,
                """
                SELECT blob FROM upload_file WHERE blob IN (<blobs>)
                UNION SELECT blob FROM dataset_part WHERE blob IN (<blobs>)
                UNION SELECT thumbnail FROM dataset WHERE thumbnail IN (<blobs>)
                UNION SELECT preview FROM dataset WHERE preview IN (<blobs>)""",
                blobs));
    }

    private static void requireUpload(boolean stored, UploadId id) {
        if (!stored) {
            throw new IllegalStateException("no upload " + id + " is stored");
        }
    }
}
