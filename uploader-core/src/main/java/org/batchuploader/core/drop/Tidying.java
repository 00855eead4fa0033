package org.batchuploader.core.drop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes delivered files out of their folder some time after they were published. The layers stay, and so do the bytes, from which a
 * layer may have to be published again. One delivery is one transaction, and one that was tidied is not found again, so it may be
 * killed at any moment.
 */
public final class Tidying {
    private static final int AT_ONCE = 500;

    private final InstantSource clock;
    private final Transactions transactions;
    private final DropStore drops;
    private final UploadStore uploads;
    private final Duration keep;

    /** @param keep how long published files stay in their folder */
    public Tidying(
            InstantSource clock, Transactions transactions, DropStore drops, UploadStore uploads, Duration keep) {
        this.clock = clock;
        this.transactions = transactions;
        this.drops = drops;
        this.uploads = uploads;
        this.keep = keep;
    }

    /** Looks through all folders once. */
    public void tidy() {
        Instant before = clock.instant().minus(keep);
        @Nullable DropEntry last = null;
        List<DropEntry> page = drops.deliveredBefore(before, last, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(entry -> tidy(entry, before));
            last = page.get(page.size() - 1);
            page = drops.deliveredBefore(before, last, AT_ONCE);
        }
    }

    private void tidy(DropEntry entry, Instant before) {
        UploadId id = Objects.requireNonNull(entry.upload());
        transactions.run(() -> {
            boolean done = uploads.lock(id)
                    .filter(upload -> isPublishedBefore(upload, before))
                    .isPresent();
            boolean unchanged = drops.find(entry.owner(), entry.path())
                    .filter(entry::equals)
                    .isPresent();
            if (done && unchanged) {
                drops.remove(entry.owner(), entry.path());
            }
        });
    }

    private boolean isPublishedBefore(Upload upload, Instant before) {
        return !upload.open()
                && upload.state() == UploadState.PUBLISHED
                && uploads.history(upload.id()).stream().map(HistoryEntry::at).allMatch(before::isAfter);
    }
}
