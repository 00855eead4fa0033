package org.batchuploader.core.upload;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way a state changes: store it, derive the upload's state, leave a row of history, log a line, and tell the
 * listeners once it is committed. Call it inside a transaction.
 */
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final InstantSource clock;
    private final Transactions transactions;
    private final UploadStore uploads;
    private final List<Consumer<StateChange>> listeners = new CopyOnWriteArrayList<>();

    public Journal(InstantSource clock, Transactions transactions, UploadStore uploads) {
        this.clock = clock;
        this.transactions = transactions;
        this.uploads = uploads;
    }

    /** A change of the upload as a whole, stored by the caller. */
    public void note(Upload upload, DatasetState state, String reason) {
        record(upload, new HistoryEntry(upload.id(), null, clock.instant(), state, null, 0, reason, null));
    }

    /** Stores the dataset and what follows for its upload. */
    public void change(Dataset dataset, String reason) {
        change(dataset, null, reason, null);
    }

    public void change(Dataset dataset, @Nullable Step step, String reason, @Nullable String trace) {
        uploads.put(dataset);
        Upload before = uploads.find(dataset.upload()).orElseThrow();
        Upload upload = before.with(UploadState.of(uploads.datasets(dataset.upload())));
        if (upload.state() != before.state()) {
            uploads.update(upload);
        }
        record(
                upload,
                new HistoryEntry(
                        upload.id(),
                        dataset.id(),
                        clock.instant(),
                        dataset.state(),
                        step,
                        dataset.attempt(),
                        reason,
                        trace));
    }

    /** Calls the listener after each change, on the thread that made it; it must be quick. */
    public void add(Consumer<StateChange> listener) {
        listeners.add(listener);
    }

    public void remove(Consumer<StateChange> listener) {
        listeners.remove(listener);
    }

    private void record(Upload upload, HistoryEntry entry) {
        uploads.append(entry);
        transactions.afterCommit(() -> tell(new StateChange(upload.id(), upload.owner(), entry, upload.state())));
    }

    private void tell(StateChange change) {
        HistoryEntry entry = change.entry();
        LOG.atInfo()
                .addKeyValue("upload", change.upload())
                .addKeyValue("dataset", entry.dataset())
                .addKeyValue("owner", change.owner())
                .addKeyValue("state", entry.state())
                .addKeyValue("step", entry.step())
                .addKeyValue("attempt", entry.attempt())
                .log(entry.reason());
        for (Consumer<StateChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).addKeyValue("upload", change.upload()).log("a listener failed");
            }
        }
    }
}
