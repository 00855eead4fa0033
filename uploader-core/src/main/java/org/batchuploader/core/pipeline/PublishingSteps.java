package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.batchuploader.core.upload.UploadStore;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;

/**
 * Takes the steps that are not done yet, each between two checkpoints: before it, where it will put the layer, so that
 * an interrupted step can be undone; after it, that it is done, so that it is not taken again.
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
        this.undo = undo;
        this.endings = endings;
        this.journal = journal;
        this.notices = notices;
    }

    /**
     * Looks before anything is begun, so that a dataset whose system is away is not inspected again and again meanwhile.
     *
     * @throws NotNow when the dataset has its layer, and the next step cannot be taken now
     */
    void check(Dataset dataset) {
        Optional.ofNullable(dataset.layer())
                .flatMap(layers::find)
                .filter(layer -> layer.dataset().equals(dataset.id()) && layer.state() == Layer.State.PUBLISHING)
                .flatMap(layer -> Stream.of(Step.values())
                        .filter(step -> registries.take(step) && !layer.done().contains(step))
                        .findFirst())
                .ifPresent(registries::check);
    }

    /**
     * @param reserved inspected, with its layer
     * @param quiet whether the dataset only comes back to its place, which its owner need not be told
     */
    void take(Claim claim, Dataset reserved, Layer layer, boolean quiet) throws IOException {
        for (Step step : Step.values()) {
            if (layer.done().contains(step) || !registries.take(step)) {
                continue;
            }
            registries.check(step);
            Publication publication = publication(reserved, layer);
            Placement planned = registries.plan(step, publication);
            if (!checkpoint(claim, reserved, step, quiet, l -> l.planned(step, planned, clock.instant()), "going to")) {
                return;
            }
            Placement placed = registries.put(step, publication);
            if (!checkpoint(claim, reserved, step, quiet, l -> l.placed(step, placed, clock.instant()), "done:")) {
                return;
            }
            layer = layers.find(layer.id()).orElseThrow();
        }
        finish(claim, reserved, quiet);
    }

    private boolean checkpoint(
            Claim claim, Dataset dataset, Step step, boolean quiet, UnaryOperator<Layer> change, String verb) {
        return checkpoints.call(claim, () -> {
            boolean wanted = endings.wanted(dataset.id()).isPresent();
            if (!wanted) {
                tasks.complete(claim);
                return false;
            }
            Layer layer = layers.find(Objects.requireNonNull(dataset.layer())).orElseThrow();
            layers.update(change.apply(layer));
            if (!quiet) {
                journal.change(dataset.with(DatasetState.PUBLISHING), step, verb + " " + words(step), null);
            }
            return true;
        });
    }

    private void finish(Claim claim, Dataset dataset, boolean quiet) {
        checkpoints.complete(claim, () -> endings.wanted(dataset.id()).ifPresent(d -> {
            Layer layer = layers.find(Objects.requireNonNull(dataset.layer())).orElseThrow();
            Layer published = layer.published(clock.instant());
            layers.update(published);
            if (layer.succeeds() != null) {
                undo.succeeded(dataset, published, layer.succeeds());
            }
            Dataset done = dataset.with(DatasetState.PUBLISHED);
            if (quiet) {
                uploads.put(dataset);
            } else {
                journal.change(done, "published as " + published.name());
                notices.published(done, published);
            }
        }));
    }

    private Publication publication(Dataset dataset, Layer layer) throws IOException {
        Inspection inspection = dataset.inspection();
        if (inspection == null) {
            throw new IllegalStateException("dataset " + dataset.id() + " was not inspected");
        }
        Owner owner = users.find(dataset.owner()).orElseGet(() -> Owner.named(dataset.owner()));
        return new Publication(
                layer.id(),
                layer.name(),
                layer.title(),
                owner,
                inspection,
                parts.toPublish(dataset),
                parts.delivered(dataset),
                parts.path(dataset.thumbnail()),
                layer.links(),
                layer.identifier(),
                !layer.placements().isEmpty(),
                clock.instant());
    }

    private static String words(Step step) {
        return switch (step) {
            case CATALOG -> "publish the data";
            case PORTAL -> "register the layer page";
            case METADATA -> "write the metadata record";
        };
    }
}
