package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What a worker leaves that stood still in a remote call until its lease was lost: a fence keeps it from our rows, but not its call from
 * the system, where it may land after all that was done since. So whoever comes out of a call without its lease queues what puts the
 * layer of that name in order again, behind all that is being done for it.
 */
final class LateEffects {
    private static final Logger LOG = LoggerFactory.getLogger(LateEffects.class);

    private static final int ATTEMPTS = 5;

    private final InstantSource clock;
    private final Ids ids;
    private final Transactions transactions;
    private final TaskQueue tasks;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final PublishTasks publishing;

    LateEffects(
            InstantSource clock,
            Ids ids,
            Transactions transactions,
            TaskQueue tasks,
            UploadStore uploads,
            LayerStore layers,
            PublishTasks publishing) {
        this.clock = clock;
        this.ids = ids;
        this.transactions = transactions;
        this.tasks = tasks;
        this.uploads = uploads;
        this.layers = layers;
        this.publishing = publishing;
    }

    /**
     * A remote call and the note of it.
     *
     * @param layer as it was when the call was planned
     * @param left where the call puts it; absent for a removal
     */
    <T> T guard(Claim claim, Layer layer, Step step, Optional<Placement> left, Supplier<T> callAndNote) {
        boolean noted = false;
        try {
            T result = callAndNote.get();
            noted = true;
            return result;
        } finally {
            if (!noted) {
                mend(claim, layer, step, left);
            }
        }
    }

    /** More than once, since the layer may be going or coming at this very moment, and the database may be away. */
    private void mend(Claim claim, Layer layer, Step step, Optional<Placement> left) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                transactions.run(() -> {
                    if (!tasks.holds(claim)) {
                        queue(layer, step, left);
                        log(claim, layer, step)
                                .log("its lease was lost in a remote call: its layer is put in order again");
                    }
                });
                return;
            } catch (RuntimeException e) {
                log(claim, layer, step)
                        .setCause(e)
                        .log("what a late call may have left could not be queued to be mended");
            }
        }
    }

    private static LoggingEventBuilder log(Claim claim, Layer layer, Step step) {
        return LOG.atWarn()
                .addKeyValue("task", claim.task())
                .addKeyValue("layer", layer.name())
                .addKeyValue("step", step);
    }

    private void queue(Layer layer, Step step, Optional<Placement> left) {
        Optional<Layer> there = layers.named(layer.name());
        boolean stays = there.filter(l -> l.state() != Layer.State.REMOVING).isPresent();
        if (stays) {
            there.flatMap(l -> uploads.dataset(l.dataset())).ifPresent(publishing::enqueue);
        } else if (left.isPresent()) {
            there.ifPresentOrElse(
                    removing -> layers.update(removing.planned(step, left.get(), clock.instant())),
                    () -> remove(layer, step, left.get()));
        }
    }

    /** Under its name, so that nothing new comes there meanwhile. */
    private void remove(Layer gone, Step step, Placement left) {
        Layer orphan = Layer.orphan(
                ids.layer(), gone.owner(), gone.name(), gone.dataset(), Map.of(step, left), clock.instant());
        if (!layers.reserve(orphan)) {
            throw new IllegalStateException("layer " + gone.name() + " came at this very moment");
        }
        publishing.enqueueRemoval(orphan);
    }
}
