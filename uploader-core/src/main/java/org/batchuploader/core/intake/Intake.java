package org.batchuploader.core.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;

/** Where a delivery becomes an upload with queued work, in one transaction. */
public final class Intake {
    private final InstantSource clock;
    private final Ids ids;
    private final Transactions transactions;
    private final UploadStore uploads;
    private final TaskQueue tasks;
    private final Journal journal;
    private final Twins twins;

    public Intake(
            InstantSource clock,
            Ids ids,
            Transactions transactions,
            UploadStore uploads,
            TaskQueue tasks,
            Journal journal) {
        this.clock = clock;
        this.ids = ids;
        this.transactions = transactions;
        this.uploads = uploads;
        this.tasks = tasks;
        this.journal = journal;
        this.twins = new Twins(uploads);
    }

    /**
     * Takes files that were delivered together as one upload; nothing more will come. When this returns, all of it is
     * durable.
     *
     * @param files at least one, sealed
     */
    public Receipt deliver(String owner, String source, List<NamedFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one file");
        }
        return transactions.call(() -> {
            Instant now = clock.instant();
            List<UploadFile> received = files.stream()
                    .map(f -> new UploadFile(f.name(), f.file(), now))
                    .toList();
            Upload upload =
                    new Upload(ids.upload(), owner, source, "", "", true, now, now, UploadState.RECEIVED, received);
            uploads.insert(upload);
            submit(
                    upload,
                    "received "
                            + String.join(
                                    ", ",
                                    received.stream()
                                            .map(UploadFile::name)
                                            .limit(10)
                                            .toList()));
            return new Receipt(upload.id(), upload.title(), Receipt.Stage.QUEUED, List.of())
                    .with(twins.of(upload, received.get(0)));
        });
    }

    /** Closes an open upload and queues its work; inside a transaction that holds the upload. */
    void submit(Upload open, String reason) {
        Upload closed = open.with(false, open.lastArrival(), open.files()).with(UploadState.QUEUED);
        uploads.update(closed);
        tasks.enqueue(new NewTask(new Work.OpenUpload(closed.id()), closed.owner(), orderKey(closed)));
        journal.note(closed, DatasetState.QUEUED, reason);
        FaultPoint.UPLOAD_WRITTEN.pass();
    }

    /** Queues the work of an upload once more from its files; inside a transaction that holds the upload. */
    public void reopen(Upload upload) {
        submit(upload, "opening it again");
    }

    /** The order key of the task that opens an upload: those of one bundle are opened in the order received. */
    public static String orderKey(Upload upload) {
        return upload.base().isEmpty()
                ? "open:" + upload.id()
                : "open:" + upload.owner() + "/" + upload.folder() + "/" + upload.base();
    }
}
