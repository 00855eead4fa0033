package org.batchuploader.core.desk;

import java.util.List;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CorrectionKind;
import org.batchuploader.core.intake.Intake;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.pipeline.Undo;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/** What changes an upload at an owner's wish; inside a transaction that holds the upload. */
public final class Changes {
    private final UploadStore uploads;
    private final Intake intake;
    private final PublishTasks publishing;
    private final Undo undo;
    private final Journal journal;

    public Changes(UploadStore uploads, Intake intake, PublishTasks publishing, Undo undo, Journal journal) {
        this.uploads = uploads;
        this.intake = intake;
        this.publishing = publishing;
        this.undo = undo;
        this.journal = journal;
    }

    Answer correct(Dataset dataset, Correction correction) {
        if (!dataset.state().isEnding() || dataset.state() == DatasetState.CANCELLED) {
            return new Answer.NotNow("It is " + dataset.state() + "; it can be corrected when it has ended.");
        }
        if (dataset.parts().isEmpty() || waitsForFile(dataset)) {
            return new Answer.NotNow("It waits for a file, which no correction can supply.");
        }
        Dataset corrected = dataset.with(dataset.correction().with(correction));
        publishing.enqueueUrgent(queued(corrected, "corrected: " + words(correction)));
        return new Answer.Done();
    }

    /** As its main file is called now. */
    void rename(Dataset dataset, Correction name, String before) {
        publishing.enqueue(queued(
                dataset.with(dataset.correction().with(name)), "renamed from " + before + " to " + dataset.name()));
    }

    Answer retry(Upload upload) {
        List<Dataset> ended = uploads.datasets(upload.id()).stream()
                .filter(d -> d.state() == DatasetState.FAILED || d.state() == DatasetState.NEEDS_CORRECTION)
                .toList();
        if (upload.open() || ended.isEmpty()) {
            return new Answer.NotNow("Nothing of it failed or waits for a correction.");
        }
        List<Dataset> unopened = ended.stream().filter(d -> d.parts().isEmpty()).toList();
        unopened.forEach(d -> journal.change(d.with(DatasetState.RECEIVED).withProblems(List.of()), "trying again"));
        if (!unopened.isEmpty()) {
            intake.reopen(uploads.find(upload.id()).orElseThrow());
        }
        ended.stream()
                .filter(d -> !d.parts().isEmpty())
                .forEach(d -> publishing.enqueue(queued(d, "trying again at its owner's wish")));
        return new Answer.Done();
    }

    /** Also what a deleted main file asks for. */
    public Answer cancel(Upload upload, String reason) {
        List<Dataset> datasets = uploads.datasets(upload.id());
        if (upload.state() == UploadState.CANCELLED) {
            return new Answer.Done();
        }
        if (datasets.isEmpty()) {
            Upload cancelled =
                    upload.with(false, upload.lastArrival(), upload.files()).with(UploadState.CANCELLED);
            uploads.update(cancelled);
            journal.note(cancelled, DatasetState.CANCELLED, reason);
        }
        datasets.stream().filter(d -> d.state() != DatasetState.CANCELLED).forEach(dataset -> {
            undo.giveUp(dataset);
            journal.change(dataset.with(DatasetState.CANCELLED), reason);
        });
        FaultPoint.CANCEL_WRITTEN.pass();
        return new Answer.Done();
    }

    private Dataset queued(Dataset dataset, String reason) {
        Dataset queued = dataset.again().with(DatasetState.QUEUED).withAttempt(0);
        journal.change(queued, reason);
        return queued;
    }

    private static boolean waitsForFile(Dataset dataset) {
        return dataset.problems().stream().anyMatch(p -> p.isBlocking() && p.awaits() == CorrectionKind.FILE);
    }

    private static String words(Correction correction) {
        StringBuilder words = new StringBuilder();
        append(words, "crs ", correction.crs());
        append(words, "charset ", correction.charset());
        append(words, "name ", correction.name());
        append(words, "overwrite ", correction.overwrite());
        return words.toString();
    }

    private static void append(StringBuilder words, String label, @Nullable Object value) {
        if (value != null) {
            words.append(words.isEmpty() ? "" : ", ").append(label).append(value);
        }
    }
}
