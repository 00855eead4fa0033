package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/**
 * Gives a layer back that a dataset must leave: to the dataset before it, which is put in place again, or to nobody, and
 * then it is removed. Both are queued behind all other work on the layer, so that what cannot be undone now stays as
 * work to do.
 */
public final class Undo {
    private final InstantSource clock;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final PublishTasks publishing;

    public Undo(InstantSource clock, UploadStore uploads, LayerStore layers, PublishTasks publishing) {
        this.clock = clock;
        this.uploads = uploads;
        this.layers = layers;
        this.publishing = publishing;
    }

    /**
     * Gives the dataset's layer back. Call inside a transaction that holds the dataset's upload.
     *
     * @return the dataset at the layer that its own was to succeed, which stays; else at none
     */
    public Dataset giveBack(Dataset dataset) {
        Optional<Layer> own = shown(dataset, dataset.layer());
        own.ifPresent(layer -> giveBack(dataset, layer));
        return dataset.withLayer(own.flatMap(layer -> shown(dataset, layer.succeeds()))
                .map(Layer::id)
                .orElse(null));
    }

    /** Gives back every layer that the dataset has, so that nothing of it stays. Call inside such a transaction. */
    public void giveUp(Dataset dataset) {
        giveBack(giveBack(dataset));
    }

    /** What the dataset showed under another name is removed, and what shows it now stands for its origin. */
    void succeeded(Dataset dataset, Layer now, LayerId before) {
        shown(dataset, before).ifPresent(old -> {
            boolean standsIn = now.origin().equals(LayerReservations.besides(old.origin(), now.name()));
            layers.update(old.at(LayerReservations.besides(old.origin(), old.name()))
                    .with(Layer.State.REMOVING, clock.instant()));
            if (standsIn) {
                layers.update(now.at(old.origin()));
            }
            publishing.enqueueRemoval(old, dataset);
        });
    }

    /**
     * The dataset leaves its layer for another one: where it is published under the first, when it is under the second;
     * else at once.
     *
     * @return the other layer as it is now
     */
    Layer leaveFor(Layer other, Dataset dataset) {
        if (other.id().equals(dataset.layer())) {
            return other;
        }
        if (!isPublished(dataset)) {
            giveBack(dataset);
            return other;
        }
        Layer successor = other.succeeding(Objects.requireNonNull(dataset.layer()));
        layers.update(successor);
        return successor;
    }

    /** Whether its layer shows the dataset, in full. */
    boolean isPublished(Dataset dataset) {
        return shown(dataset, dataset.layer())
                .filter(layer -> layer.state() == Layer.State.PUBLISHED)
                .isPresent();
    }

    /** Whether its layer is the dataset's, so that it can be put in place again. */
    boolean isShown(Dataset dataset) {
        return shown(dataset, dataset.layer()).isPresent();
    }

    /** The problem that ends a dataset, which also says where it stays published nevertheless. */
    Problem explained(Dataset ending, Problem problem) {
        return shown(ending, ending.layer())
                .map(layer -> problem.withSentence(problem.sentence() + " It stays published as " + layer.name() + "."))
                .orElse(problem);
    }

    private Optional<Layer> shown(Dataset dataset, @Nullable LayerId id) {
        return Optional.ofNullable(id)
                .flatMap(layers::find)
                .filter(layer -> layer.dataset().equals(dataset.id()) && layer.state() != Layer.State.REMOVING);
    }

    private void giveBack(Dataset dataset, Layer layer) {
        Optional<Dataset> before = Optional.ofNullable(layer.previous())
                .flatMap(uploads::dataset)
                .filter(d -> layer.id().equals(d.layer()));
        if (before.isPresent()) {
            layers.update(layer.showing(before.get().id(), null, clock.instant()));
            publishing.enqueue(before.get());
        } else {
            layers.update(layer.with(Layer.State.REMOVING, clock.instant()));
            publishing.enqueueRemoval(layer, dataset);
        }
        FaultPoint.UNDO_WRITTEN.pass();
    }
}
