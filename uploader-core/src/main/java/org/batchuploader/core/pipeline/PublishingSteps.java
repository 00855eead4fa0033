package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadStore;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps that are not done yet, each between two checkpoints: before it, where it will put the layer, so that
 * an interrupted step can be undone; after it, that it is done, so that it is not taken again. What follows one step and what
 * precedes the next are one checkpoint, and so are the end of the last step and the dataset's own: each has to be forced to disk.
 */
final class PublishingSteps {
    private final InstantSource clock;
    private final Registries registries;
    private final LayerStore layers;
    private final UploadStore uploads;
    private final UserDirectory users;
    private final TaskQueue tasks;
    private final Parts parts;
    private final Checkpoints checkpoints;
    private final LateEffects late;
    private final Undo undo;
    private final Endings endings;
    private final Journal journal;
    private final Notices notices;

    PublishingSteps(
            InstantSource clock,
            Registries registries,
            LayerStore layers,
            UploadStore uploads,
            UserDirectory users,
            TaskQueue tasks,
            Parts parts,
            Checkpoints checkpoints,
            LateEffects late,
            Undo undo,
            Endings endings,
            Journal journal,
            Notices notices) {
        this.clock = clock;
        this.registries = registries;
        this.layers = layers;
        this.uploads = uploads;
        this.users = users;
        this.tasks = tasks;
        this.parts = parts;
        this.checkpoints = checkpoints;
        this.late = late;
        this.undo = undo;
        this.endings = endings;
        this.journal = journal;
        this.notices = notices;
    }

    /** Ready to be published. Asks the user directory, so call it outside a transaction. */
    Passage begin(Dataset inspected, boolean quiet) {
        Owner owner = users.find(inspected.owner()).orElseGet(() -> Owner.named(inspected.owner()));
        String folder = uploads.find(inspected.upload()).map(Upload::folder).orElse("");
        return new Passage(inspected, owner, folder, quiet);
    }

    /**
     * Takes a place inside the next step's system before anything is begun, so that a dataset which waits for one is not
     * inspected again and again, and written of in its history, meanwhile.
     *
     * @return none where the dataset has no layer yet, or needs none
     * @throws NotNow when the next step cannot be taken now
     */
    Gate.@Nullable Place enter(Dataset dataset) {
        return Optional.ofNullable(dataset.layer())
                .flatMap(layers::find)
                .filter(layer -> layer.dataset().equals(dataset.id()) && layer.state() == Layer.State.PUBLISHING)
                .flatMap(this::next)
                .map(registries::enter)
                .orElse(null);
    }

    /**
     * Stores where the first step that is not done will put the layer, or the end where there is none. Call inside a transaction.
     *
     * @return empty at the end
     */
    Optional<NextStep> plan(Claim claim, Passage passage, Layer layer) {
        Optional<Step> left = next(layer);
        if (left.isEmpty()) {
            finish(claim, passage, layer);
            return Optional.empty();
        }
        Step step = left.get();
        Publication publication = publication(passage, layer);
        Layer planned = layer.planned(step, registries.plan(step, publication), clock.instant());
        layers.update(planned);
        note(passage, step, "going to");
        FaultPoint.PLAN_WRITTEN.pass();
        return Optional.of(new NextStep(passage, step, publication, planned));
    }

    /** Takes that step, in the place that is held for it, and all that follow. */
    void take(Claim claim, NextStep first, Gate.@Nullable Place held) {
        Optional<NextStep> next = Optional.of(first);
        while (next.isPresent()) {
            NextStep step = next.get();
            FaultPoint.STEP_DUE.pass();
            Optional<Placement> place =
                    Optional.ofNullable(step.planned().placements().get(step.step()));
            next = late.guard(claim, step.planned(), step.step(), place, () -> {
                Placement placed = registries.put(step.step(), step.publication(), held);
                FaultPoint.STEP_TAKEN.pass();
                return checkpoints.call(claim, () -> done(claim, step, placed));
            });
        }
    }

    private Optional<NextStep> done(Claim claim, NextStep taken, Placement placed) {
        Passage passage = taken.passage();
        if (endings.wanted(passage.dataset().id()).isEmpty()) {
            tasks.complete(claim);
            return Optional.empty();
        }
        Layer layer =
                layers.find(Objects.requireNonNull(passage.dataset().layer())).orElseThrow();
        note(passage, taken.step(), "done:");
        FaultPoint.STEP_NOTED.pass();
        return plan(claim, passage, layer.placed(taken.step(), placed, clock.instant()));
    }

    private void note(Passage passage, Step step, String verb) {
        if (!passage.quiet()) {
            Dataset publishing = passage.dataset().with(DatasetState.PUBLISHING);
            journal.change(publishing, step, verb + " " + words(step), null);
        }
    }

    private void finish(Claim claim, Passage passage, Layer layer) {
        Layer published = layer.published(clock.instant());
        layers.update(published);
        Dataset dataset = passage.dataset().remarked(layer.remarks());
        if (layer.succeeds() != null) {
            undo.succeeded(dataset, published, layer.succeeds());
        }
        if (passage.quiet()) {
            uploads.put(dataset);
        } else {
            Dataset done = dataset.with(DatasetState.PUBLISHED);
            journal.change(done, "published as " + published.name());
            notices.published(done, published);
        }
        tasks.complete(claim);
        FaultPoint.PUBLISHED_WRITTEN.pass();
    }

    private Optional<Step> next(Layer layer) {
        return Arrays.stream(Step.values())
                .filter(step -> !layer.done().contains(step) && registries.take(step))
                .findFirst();
    }

    private Publication publication(Passage passage, Layer layer) {
        Dataset dataset = passage.dataset();
        Inspection inspection = dataset.inspection();
        if (inspection == null) {
            throw new IllegalStateException("dataset " + dataset.id() + " was not inspected");
        }
        try {
            return new Publication(
                    layer.id(),
                    layer.name(),
                    layer.title(),
                    passage.owner(),
                    inspection,
                    parts.toPublish(dataset),
                    parts.delivered(dataset),
                    parts.path(dataset.thumbnail()),
                    layer.links(),
                    layer.identifier(),
                    passage.folder(),
                    layer.placements(),
                    clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the files of dataset " + dataset.id() + " are not to be had", e);
        }
    }

    private static String words(Step step) {
        return switch (step) {
            case CATALOG -> "publish the data";
            case PORTAL -> "register the layer page";
            case METADATA -> "write the metadata record";
        };
    }
}
