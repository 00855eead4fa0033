package org.batchuploader.core.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.bundle.BundleContents;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.staging.StagedFile;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/**
 * Assembles bundles from files that arrive one by one. The open upload in the store is the state; in memory there is
 * only the {@link Agenda} of when to look at it again, rebuilt by {@link #resume} after a restart.
 */
public final class BundleAssembler {
    private static final int RESUMED_AT_ONCE = 10_000;

    private final InstantSource clock;
    private final Ids ids;
    private final Transactions transactions;
    private final UploadStore uploads;
    private final Journal journal;
    private final Intake intake;
    private final LateParts lateParts;
    private final Assembling times;
    private final Agenda agenda = new Agenda();
    private final Twins twins;

    public BundleAssembler(
            InstantSource clock,
            Ids ids,
            Transactions transactions,
            UploadStore uploads,
            Journal journal,
            Intake intake,
            LateParts lateParts,
            Assembling times) {
        this.clock = clock;
        this.ids = ids;
        this.transactions = transactions;
        this.uploads = uploads;
        this.journal = journal;
        this.intake = intake;
        this.lateParts = lateParts;
        this.times = times;
        this.twins = new Twins(uploads);
    }

    /** What is kept of the bytes of an upload's file; absent for one that is not part of it. */
    public Optional<StagedFile> sealed(@Nullable UploadId id, BlobId blob) {
        return Optional.ofNullable(id).flatMap(uploads::find).flatMap(upload -> upload.files().stream()
                .filter(f -> f.blob().equals(blob))
                .findFirst()
                .map(f -> new StagedFile(blob, f.size(), f.sha256())));
    }

    /** Takes a sealed file. When this returns, file and row are durable and the sender may be told so. */
    public Receipt arrived(Arrival arrival) {
        return transactions.call(() -> {
            BundleKey key = arrival.key();
            Instant now = clock.instant();
            UploadFile file =
                    new UploadFile(arrival.file().name(), arrival.file().file(), now);
            Optional<Upload> latest = uploads.lockLatest(key);
            if (latest.isPresent() && latest.get().open()) {
                return gather(latest.get(), file, now, false).with(twins.of(latest.get(), file));
            }
            if (latest.isPresent()) {
                Optional<Receipt> late = lateParts.add(latest.get(), file);
                if (late.isPresent()) {
                    return late.get();
                }
                Optional<Upload> reopened = lateParts.reopen(latest.get(), file);
                if (reopened.isPresent()) {
                    return gather(reopened.get(), file, now, false).with(twins.of(reopened.get(), file));
                }
            }
            Upload fresh = new Upload(
                    ids.upload(),
                    arrival.owner(),
                    arrival.source(),
                    key.folder(),
                    key.base(),
                    true,
                    now,
                    now,
                    UploadState.RECEIVED,
                    List.of(file));
            return gather(fresh, file, now, true).with(twins.of(fresh, file));
        });
    }

    /** A file was deleted or renamed away; while its bundle is still open, it is no longer part of it. */
    public void withdrawn(String owner, String folder, String fileName) {
        BundleKey key = BundleKey.of(owner, folder, fileName);
        transactions.run(() -> uploads.lockLatest(key).filter(Upload::open).ifPresent(upload -> {
            List<UploadFile> left = upload.files().stream()
                    .filter(f -> !f.name().equalsIgnoreCase(fileName))
                    .toList();
            if (left.isEmpty()) {
                uploads.delete(upload.id());
                agenda.forget(upload.id());
            } else {
                uploads.update(upload.with(true, clock.instant(), left));
                journal.note(upload, DatasetState.RECEIVED, fileName + " was withdrawn");
            }
        }));
    }

    /** Whether that upload still takes files. */
    public boolean isOpen(@Nullable UploadId id) {
        return id != null && uploads.find(id).filter(Upload::open).isPresent();
    }

    /** A transfer into this bundle begins: it is not quiet until the transfer ends, well or not. */
    public void transferBegan(BundleKey key) {
        agenda.transferBegan(key);
    }

    public void transferEnded(BundleKey key) {
        agenda.transferEnded(key);
    }

    /** A session ended: what it completed need not be quiet any longer. */
    public void sessionEnded(List<UploadId> touched) {
        touched.forEach(id -> transactions.run(() -> uploads.lock(id)
                .filter(Upload::open)
                .filter(u -> !agenda.hasTransfer(u))
                .filter(u -> contents(u).isComplete())
                .ifPresent(u -> submit(u, "the session ended"))));
    }

    /** Puts every open upload of the store on the agenda; after a start, and now and then for what others left. */
    public void resume() {
        for (Upload upload : uploads.openSince(clock.instant(), RESUMED_AT_ONCE)) {
            agenda.remind(upload.id(), due(upload, contents(upload)));
        }
    }

    /** Submits what is complete and quiet, tells of what waited too long; to be called a few times a second. */
    public void tick() {
        for (UploadId id : agenda.due(clock.instant())) {
            transactions.run(() -> uploads.lock(id).filter(Upload::open).ifPresent(this::settle));
        }
    }

    private void settle(Upload upload) {
        BundleContents contents = contents(upload);
        Instant due = due(upload, contents);
        if (agenda.hasTransfer(upload)) {
            agenda.remind(upload.id(), clock.instant().plus(times.quiet()));
        } else if (due.isAfter(clock.instant())) {
            agenda.remind(upload.id(), due);
        } else if (contents.missing().isEmpty()) {
            submit(upload, contents.temporary() ? "its temporary name was never changed" : "the bundle is complete");
        } else {
            lateParts.giveUpWaiting(upload, missingNames(upload, contents));
        }
    }

    private Receipt gather(Upload upload, UploadFile file, Instant now, boolean fresh) {
        List<UploadFile> files = new ArrayList<>(upload.files());
        files.removeIf(f -> f.name().equalsIgnoreCase(file.name()));
        files.add(file);
        Upload gathered = upload.with(true, now, files);
        if (fresh) {
            uploads.insert(gathered);
        } else {
            uploads.update(gathered);
        }
        BundleContents contents = contents(gathered);
        if (contents.lone()) {
            intake.submit(gathered, "received " + file.name());
            return receipt(gathered, Receipt.Stage.QUEUED, List.of());
        }
        journal.note(gathered, DatasetState.RECEIVED, "received " + file.name());
        transactions.afterCommit(() -> agenda.remind(gathered.id(), due(gathered, contents)));
        if (contents.temporary()) {
            return receipt(gathered, Receipt.Stage.TEMPORARY, List.of());
        }
        return contents.isComplete()
                ? receipt(gathered, Receipt.Stage.GATHERING, List.of())
                : receipt(gathered, Receipt.Stage.WAITING, missingNames(gathered, contents));
    }

    private void submit(Upload upload, String why) {
        intake.submit(upload, "queued: " + why);
        agenda.forget(upload.id());
    }

    private Instant due(Upload upload, BundleContents contents) {
        return upload.lastArrival().plus(contents.isComplete() ? times.quiet() : times.patience());
    }

    private static BundleContents contents(Upload upload) {
        return BundleContents.of(upload.files().stream().map(UploadFile::name).toList());
    }

    private static List<String> missingNames(Upload upload, BundleContents contents) {
        String base = PartName.of(upload.title()).base();
        return contents.missing().stream().map(e -> base + "." + e).toList();
    }

    private static Receipt receipt(Upload upload, Receipt.Stage stage, List<String> missing) {
        return new Receipt(upload.id(), PartName.of(upload.title()).base(), stage, missing);
    }
}
