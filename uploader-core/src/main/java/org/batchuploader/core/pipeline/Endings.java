package org.batchuploader.core.pipeline;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/** How datasets end short of being published: told, with the reason. Inside a transaction. */
final class Endings {
    private final UploadStore uploads;
    private final Journal journal;
    private final Notices notices;

    Endings(UploadStore uploads, Journal journal, Notices notices) {
        this.uploads = uploads;
        this.journal = journal;
        this.notices = notices;
    }

    /** The dataset as it is now, its upload locked; absent when the owner cancelled it meanwhile. */
    Optional<Dataset> wanted(DatasetId id) {
        return uploads.dataset(id)
                .flatMap(d -> uploads.lock(d.upload()))
                .flatMap(u -> uploads.dataset(id))
                .filter(d -> d.state() != DatasetState.CANCELLED);
    }

    /** Ends as FAILED when a problem is fatal, else as NEEDS_CORRECTION. */
    void end(Dataset dataset, List<Problem> problems, @Nullable String trace) {
        boolean mendable = problems.stream().noneMatch(p -> p.severity() == Severity.FATAL);
        Dataset ended =
                dataset.withProblems(problems).with(mendable ? DatasetState.NEEDS_CORRECTION : DatasetState.FAILED);
        String reason = problems.stream()
                .filter(Problem::isBlocking)
                .findFirst()
                .map(p -> p.code() + ": " + p.sentence())
                .orElseThrow(() -> new IllegalArgumentException("nothing keeps " + dataset.id() + " from going on"));
        journal.change(ended, null, reason, trace);
        if (mendable) {
            notices.needsCorrection(ended);
        } else {
            notices.failed(ended);
        }
        FaultPoint.ENDING_WRITTEN.pass();
    }
}
