package org.batchuploader.core.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Page;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/** Uploads in memory. The one lock of the transactions is every row's lock. */
final class MemoryUploads implements UploadStore {
    private record Row(long number, Upload upload) {}

    private record NumberedEntry(long number, HistoryEntry entry) {}

    private final MemoryTransactions transactions;
    private final Table<Long, Row> uploads;
    private final Table<String, Long> numbers;
    private final Table<String, Dataset> datasets;
    private final Table<Long, NumberedEntry> history;
    private long lastNumber;

    MemoryUploads(MemoryTransactions transactions) {
        this.transactions = transactions;
        uploads = new Table<>(transactions);
        numbers = new Table<>(transactions);
        datasets = new Table<>(transactions);
        history = new Table<>(transactions);
    }

    @Override
    public void insert(Upload upload) {
        transactions.run(() -> {
            if (numbers.get(upload.id().value()).isPresent()) {
                throw new IllegalStateException("upload " + upload.id() + " is stored already");
            }
            long number = ++lastNumber;
            numbers.put(upload.id().value(), number);
            uploads.put(number, new Row(number, upload));
        });
    }

    @Override
    public void update(Upload upload) {
        transactions.run(() -> {
            long number = numbers.get(upload.id().value())
                    .orElseThrow(() -> new IllegalStateException("no upload " + upload.id() + " is stored"));
            uploads.put(number, new Row(number, upload));
        });
    }

    @Override
    public void delete(UploadId id) {
        transactions.run(() -> numbers.get(id.value()).ifPresent(number -> {
            datasets(id).forEach(d -> datasets.remove(d.id().value()));
            history.stream()
                    .filter(h -> h.entry().upload().equals(id))
                    .map(NumberedEntry::number)
                    .toList()
                    .forEach(history::remove);
            uploads.remove(number);
            numbers.remove(id.value());
        }));
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return transactions.call(
                () -> numbers.get(id.value()).flatMap(uploads::get).map(Row::upload));
    }

    @Override
    public Optional<Upload> lock(UploadId id) {
        return find(id);
    }

    @Override
    public Optional<Upload> lockLatest(BundleKey key) {
        return transactions.call(() -> uploads.newestFirst()
                .map(Row::upload)
                .filter(u -> new BundleKey(u.owner(), u.folder(), u.base()).equals(key))
                .findFirst());
    }

    @Override
    public List<Upload> ofBundle(BundleKey key, int limit) {
        return transactions.call(() -> uploads.newestFirst()
                .map(Row::upload)
                .filter(u -> new BundleKey(u.owner(), u.folder(), u.base()).equals(key))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Upload> openSince(Instant time, int limit) {
        return transactions.call(() -> uploads.stream()
                .map(Row::upload)
                .filter(u -> u.open() && u.lastArrival().isBefore(time))
                .sorted(Comparator.comparing(Upload::lastArrival))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Upload> withBytes(String owner, String sha256, int limit) {
        return transactions.call(() -> uploads.newestFirst()
                .map(Row::upload)
                .filter(u -> u.owner().equals(owner) && u.files().stream().anyMatch(f -> sha256.equals(f.sha256())))
                .limit(limit)
                .toList());
    }

    @Override
    public Page<Upload> list(UploadQuery query) {
        long before = Cursor.before(query.after());
        return transactions.call(() -> {
            List<Row> found = uploads.newestFirst()
                    .filter(r -> r.number() < before)
                    .filter(r -> query.owner() == null || r.upload().owner().equals(query.owner()))
                    .filter(r -> query.folder() == null || r.upload().folder().equals(query.folder()))
                    .filter(r -> query.states().isEmpty()
                            || query.states().contains(r.upload().state()))
                    .limit(query.limit() + 1L)
                    .toList();
            Page<Row> page = Cursor.page(found, query.limit(), Row::number);
            return new Page<>(page.items().stream().map(Row::upload).toList(), page.next());
        });
    }

    @Override
    public void put(Dataset dataset) {
        transactions.run(() -> {
            if (numbers.get(dataset.upload().value()).isEmpty()) {
                throw new IllegalStateException("no upload " + dataset.upload() + " is stored");
            }
            datasets.put(dataset.id().value(), dataset);
        });
    }

    @Override
    public Optional<Dataset> dataset(DatasetId id) {
        return transactions.call(() -> datasets.get(id.value()));
    }

    @Override
    public List<Dataset> datasets(UploadId id) {
        return transactions.call(() -> datasets.stream()
                .filter(d -> d.upload().equals(id))
                .sorted(Comparator.comparingInt(Dataset::position))
                .toList());
    }

    @Override
    public Optional<Dataset> ofLayer(LayerId layer) {
        return transactions.call(
                () -> datasets.stream().filter(d -> layer.equals(d.layer())).findFirst());
    }

    @Override
    public List<String> crsCodes(@Nullable String owner, int limit) {
        Map<String, Long> uses = transactions.call(() -> datasets.stream()
                .filter(d -> owner == null || d.owner().equals(owner))
                .flatMap(d -> d.knownCrs().stream())
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting())));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void append(HistoryEntry entry) {
        transactions.run(() -> {
            if (numbers.get(entry.upload().value()).isEmpty()) {
                throw new IllegalStateException("no upload " + entry.upload() + " is stored");
            }
            long number = Table.next(history);
            history.put(number, new NumberedEntry(number, entry));
        });
    }

    @Override
    public List<HistoryEntry> history(UploadId id) {
        return transactions.call(() -> history.stream()
                .map(NumberedEntry::entry)
                .filter(e -> e.upload().equals(id))
                .toList());
    }

    @Override
    public Set<BlobId> referenced(Set<BlobId> blobs) {
        return transactions.call(() -> {
            Stream<BlobId> files =
                    uploads.stream().flatMap(r -> r.upload().files().stream()).map(UploadFile::blob);
            Stream<BlobId> ofDatasets = datasets.stream()
                    .flatMap(d -> Stream.concat(
                            Stream.concat(d.parts().stream(), d.prepared().stream())
                                    .map(Part::blob),
                            Stream.of(Optional.ofNullable(d.thumbnail()), Optional.ofNullable(d.preview()))
                                    .flatMap(Optional::stream)));
            Set<BlobId> all = Stream.concat(files, ofDatasets).collect(Collectors.toCollection(HashSet::new));
            all.retainAll(blobs);
            return all;
        });
    }
}
