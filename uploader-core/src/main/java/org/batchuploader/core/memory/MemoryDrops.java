package org.batchuploader.core.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.BlobId;
import org.jspecify.annotations.Nullable;

/** Drop folders in memory. */
final class MemoryDrops implements DropStore {
    private record Key(String owner, String path) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::owner).thenComparing(Key::path);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final MemoryTransactions transactions;
    private final Table<Key, DropEntry> entries;

    MemoryDrops(MemoryTransactions transactions) {
        this.transactions = transactions;
        entries = new Table<>(transactions);
    }

    @Override
    public Optional<DropEntry> find(String owner, String path) {
        return transactions.call(() -> entries.get(new Key(owner, path)));
    }

    @Override
    public List<DropEntry> children(String owner, String folder) {
        return transactions.call(() -> entries.stream()
                .filter(e -> e.owner().equals(owner) && e.folder().equals(folder))
                .sorted(Comparator.comparing(DropEntry::name))
                .toList());
    }

    @Override
    public void put(DropEntry entry) {
        transactions.run(() -> entries.put(new Key(entry.owner(), entry.path()), entry));
    }

    @Override
    public void remove(String owner, String path) {
        transactions.run(() -> entries.remove(new Key(owner, path)));
    }

    @Override
    public List<String> owners() {
        return transactions.call(
                () -> entries.stream().map(DropEntry::owner).distinct().toList());
    }

    @Override
    public List<DropEntry> deliveredBefore(Instant time, @Nullable DropEntry after, int limit) {
        Comparator<DropEntry> order = Comparator.comparing(DropEntry::owner).thenComparing(DropEntry::path);
        return transactions.call(() -> entries.stream()
                .filter(e -> e.upload() != null && e.complete() && e.modified().isBefore(time))
                .filter(e -> after == null || order.compare(e, after) > 0)
                .sorted(order)
                .limit(limit)
                .toList());
    }

    @Override
    public Set<BlobId> referenced(Set<BlobId> blobs) {
        return transactions.call(() -> entries.stream()
                .flatMap(e -> Optional.ofNullable(e.blob()).stream())
                .filter(blobs::contains)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
