package org.batchuploader.core.reconcile;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;

/** Queues ordinary work, so that order, undo and retries are the pipeline's; nothing is called here. */
record Mending(
        InstantSource clock,
        Ids ids,
        Transactions transactions,
        UploadStore uploads,
        LayerStore layers,
        TaskQueue tasks,
        PublishTasks publishing) {
    /** All steps of a published layer are taken once more; false when something happened to it meanwhile. */
    boolean publishAgain(Layer seen, Dataset shown) {
        return whileUnchanged(seen, shown, () -> {
            layers.update(seen.showing(shown.id(), null, clock.instant()));
            publishing.enqueue(shown);
        });
    }

    /** What waits for a task that nobody has gets one. */
    boolean goOn(Layer seen, Optional<Dataset> shown) {
        boolean removing = seen.state() == Layer.State.REMOVING;
        if (shown.isEmpty()) {
            return removing && removeAgain(seen);
        }
        return whileUnchanged(seen, shown.get(), () -> {
            if (removing) {
                publishing.enqueueRemoval(seen, shown.get());
            } else {
                publishing.enqueue(shown.get());
            }
        });
    }

    private boolean removeAgain(Layer seen) {
        return transactions.call(() -> {
            boolean unchanged = layers.find(seen.id()).filter(seen::equals).isPresent();
            if (unchanged) {
                publishing.enqueueRemoval(seen);
            }
            return unchanged;
        });
    }

    boolean redrive(TaskId dead) {
        return transactions.call(() -> tasks.redrive(dead));
    }

    /**
     * What nobody remembers becomes a layer that is to be removed, under the identity that its mark tells. Its name is reserved
     * meanwhile, so that nothing new comes to where it is.
     *
     * @param id by its mark
     * @return false when the name was taken meanwhile by a layer that may be the very same thing
     */
    boolean remove(Optional<LayerId> id, String name, Optional<Dataset> known, Map<Step, Placement> placements) {
        return transactions.call(() -> {
            LayerId layer = id.orElseGet(ids::layer);
            if (layers.find(layer).isPresent()) {
                return false;
            }
            Layer orphan = orphan(layer, name, known, placements);
            boolean reserved = layers.reserve(orphan);
            if (!reserved && id.isPresent()) {
                orphan = orphan(layer, name + "_" + layer.value(), known, placements);
                reserved = layers.reserve(orphan);
            }
            if (reserved) {
                publishing.enqueueRemoval(orphan);
            }
            return reserved;
        });
    }

    private Layer orphan(LayerId id, String name, Optional<Dataset> known, Map<Step, Placement> placements) {
        DatasetId dataset = known.map(Dataset::id).orElseGet(ids::dataset);
        String owner = known.map(Dataset::owner).orElse("uploader");
        return Layer.orphan(id, owner, name, dataset, placements, clock.instant());
    }

    private boolean whileUnchanged(Layer seen, Dataset shown, Runnable change) {
        return transactions.call(() -> {
            boolean unchanged = uploads.lock(shown.upload()).isPresent()
                    && layers.find(seen.id()).filter(seen::equals).isPresent();
            if (unchanged) {
                change.run();
            }
            return unchanged;
        });
    }
}
