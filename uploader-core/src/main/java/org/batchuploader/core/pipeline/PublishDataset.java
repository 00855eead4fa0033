package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/**
 * The main task: inspect a dataset, reserve its layer, take the steps, tell the owner. A dataset that has ended already
 * is put in place again without a word: so it comes back when its successor was refused, or when something older may have come over it.
 */
final class PublishDataset {
    private final UploadStore uploads;
    private final TaskQueue tasks;
    private final DatasetInspector inspector;
    private final Habits habits;
    private final Parts parts;
    private final Repeats repeats;
    private final Checkpoints checkpoints;
    private final LayerReservations reservations;
    private final PublishingSteps steps;
    private final Undo undo;
    private final Endings endings;
    private final Journal journal;
    private final Settings settings;

    PublishDataset(
            UploadStore uploads,
            TaskQueue tasks,
            DatasetInspector inspector,
            Habits habits,
            Parts parts,
            Repeats repeats,
            Checkpoints checkpoints,
            LayerReservations reservations,
            PublishingSteps steps,
            Undo undo,
            Endings endings,
            Journal journal,
            Settings settings) {
        this.uploads = uploads;
        this.tasks = tasks;
        this.inspector = inspector;
        this.habits = habits;
        this.parts = parts;
        this.repeats = repeats;
        this.checkpoints = checkpoints;
        this.reservations = reservations;
        this.steps = steps;
        this.undo = undo;
        this.endings = endings;
        this.journal = journal;
        this.settings = settings;
    }

    void run(Claim claim, DatasetId id) throws IOException {
        Optional<Dataset> wanted = uploads.dataset(id).filter(d -> d.state() != DatasetState.CANCELLED);
        try (Gate.Place held = wanted.map(steps::enter).orElse(null)) {
            publish(claim, id, held);
        }
    }

    private void publish(Claim claim, DatasetId id, Gate.@Nullable Place held) throws IOException {
        Optional<Dataset> begun = begin(claim, id);
        if (begun.isEmpty()) {
            return;
        }
        FaultPoint.DATASET_BEGUN.pass();
        boolean restoring = begun.get().state().isEnding();
        if (!restoring && repeats.settle(claim, begun.get())) {
            return;
        }
        Dataset inspected = inspect(begun.get());
        FaultPoint.DATASET_INSPECTED.pass();
        if (inspected.problems().stream().anyMatch(Problem::isBlocking)) {
            checkpoints.call(claim, () -> stillGoesOn(claim, inspected).map(dataset -> end(claim, dataset)));
            return;
        }
        Passage passage = steps.begin(inspected, restoring);
        checkpoints
                .call(claim, () -> stillGoesOn(claim, inspected)
                        .flatMap(dataset -> reserve(claim, passage.with(dataset))))
                .ifPresent(first -> steps.take(claim, first, held));
    }

    /** Ends a dataset for good, giving back what was done for it; call inside a transaction. */
    void fail(DatasetId id, Problem problem, @Nullable String trace) {
        endings.wanted(id).ifPresent(dataset -> {
            Dataset left = undo.giveBack(dataset);
            List<Problem> problems = new ArrayList<>(dataset.problems());
            problems.removeIf(Problem::isBlocking);
            problems.add(undo.explained(left, problem));
            endings.end(left, problems, trace);
        });
    }

    /** Notes that the remote trouble goes on; call inside a transaction. */
    void waitFor(DatasetId id, String reason) {
        endings.wanted(id).filter(d -> !d.state().isEnding()).ifPresent(d -> journal.change(d, reason));
    }

    private Optional<Dataset> begin(Claim claim, DatasetId id) {
        return checkpoints.call(claim, () -> {
            Optional<Dataset> wanted = endings.wanted(id).map(d -> d.withAttempt(claim.attempt()));
            if (wanted.isEmpty()) {
                tasks.complete(claim);
                return wanted;
            }
            if (wanted.get().state().isEnding()) {
                if (!undo.isShown(wanted.get())) {
                    tasks.complete(claim);
                    return Optional.empty();
                }
                return wanted;
            }
            Dataset inspecting = wanted.get().with(DatasetState.INSPECTING);
            journal.change(inspecting, claim.attempt() == 1 ? "inspecting" : "trying again");
            return Optional.of(inspecting);
        });
    }

    private Dataset inspect(Dataset dataset) throws IOException {
        DatasetFiles files = parts.delivered(dataset);
        Inspection inspection = inspector.inspect(files, dataset.correction(), habits.of(dataset.owner()));
        List<Part> prepared = inspection.problems().stream().anyMatch(Problem::isBlocking)
                ? List.of()
                : inspector.prepare(files, inspection, dataset.correction(), parts::store);
        DatasetFiles shown = parts.toPublish(dataset.withPrepared(prepared));
        boolean readable = inspection.extent() != null
                && inspection.problems().stream().noneMatch(p -> p.severity() == Severity.FATAL);
        BlobId thumbnail = readable
                ? parts.make(png -> inspector.thumbnail(shown, inspection, settings.thumbnailPixels(), png))
                : null;
        BlobId preview = readable && inspection.crs() != null
                ? parts.make(json -> inspector.geoJson(shown, inspection, settings.previewFeatures(), json) > 0)
                : null;
        return dataset.inspected(inspection, prepared, thumbnail, preview);
    }

    /** Absent when the dataset does not go on now, which was seen to: a part that came meanwhile queued it anew. */
    private Optional<Dataset> stillGoesOn(Claim claim, Dataset seen) {
        Optional<Dataset> now = endings.wanted(seen.id()).filter(d -> d.state() != DatasetState.QUEUED);
        if (now.isEmpty()) {
            tasks.complete(claim);
        }
        return now.map(d -> seen.withParts(d.parts()));
    }

    private boolean end(Claim claim, Dataset inspected) {
        endings.end(undo.giveBack(inspected), inspected.problems(), null);
        return tasks.complete(claim);
    }

    /** Absent when there is nothing left to do for it now. */
    private Optional<NextStep> reserve(Claim claim, Passage passage) {
        Dataset inspected = passage.dataset();
        Reservation reservation = passage.quiet() ? reservations.restore(inspected) : reservations.reserve(inspected);
        if (reservation instanceof Reservation.Reserved reserved) {
            Layer layer = undo.leaveFor(reserved.layer(), inspected);
            Dataset named = withRemark(inspected, reserved.remark()).withLayer(layer.id());
            if (passage.quiet()) {
                named = named.withProblems(
                        uploads.dataset(named.id()).orElseThrow().problems());
                uploads.put(named);
            } else {
                journal.change(named.with(DatasetState.PUBLISHING), "publishing as " + layer.name());
            }
            FaultPoint.LAYER_WRITTEN.pass();
            return steps.plan(claim, passage.with(named), layer);
        }
        if (reservation instanceof Reservation.Taken taken) {
            Dataset left = undo.isPublished(inspected) ? inspected : undo.giveBack(inspected);
            List<Problem> problems = new ArrayList<>(inspected.problems());
            problems.add(undo.explained(left, taken.problem()));
            endings.end(left, problems, null);
            tasks.complete(claim);
        } else {
            String reason = "waiting for another delivery of the same layer";
            waitFor(inspected.id(), reason);
            tasks.retryLater(claim, settings.backoff().first(), reason);
        }
        return Optional.empty();
    }

    private static Dataset withRemark(Dataset dataset, @Nullable Problem remark) {
        if (remark == null) {
            return dataset;
        }
        List<Problem> problems = new ArrayList<>(dataset.problems());
        problems.add(remark);
        return dataset.withProblems(problems);
    }
}
