package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.Claim;

/** Takes a layer out of every system, last step first, and frees its name. */
final class RemoveLayer {
    private static final List<Step> BACKWARDS = List.of(Step.METADATA, Step.PORTAL, Step.CATALOG);

    private final InstantSource clock;
    private final LayerStore layers;
    private final Registries registries;
    private final Checkpoints checkpoints;
    private final LateEffects late;

    RemoveLayer(
            InstantSource clock, LayerStore layers, Registries registries, Checkpoints checkpoints, LateEffects late) {
        this.clock = clock;
        this.layers = layers;
        this.registries = registries;
        this.checkpoints = checkpoints;
        this.late = late;
    }

    void run(Claim claim, LayerId id) {
        boolean done = false;
        while (!done) {
            Optional<Layer> layer = removing(id);
            Optional<Step> last = layer.flatMap(RemoveLayer::last);
            if (last.isPresent()) {
                remove(claim, layer.get(), last.get());
            } else {
                done = checkpoints.completeIf(claim, () -> isGone(id));
            }
        }
    }

    private Optional<Layer> removing(LayerId id) {
        return layers.find(id).filter(layer -> layer.state() == Layer.State.REMOVING);
    }

    private static Optional<Step> last(Layer layer) {
        return BACKWARDS.stream().filter(layer.placements()::containsKey).findFirst();
    }

    /** A late effect that was noted meanwhile stays noted, and is removed as well. */
    private void remove(Claim claim, Layer layer, Step step) {
        FaultPoint.REMOVAL_DUE.pass();
        late.guard(claim, layer, step, Optional.empty(), () -> {
            registries.remove(step, Objects.requireNonNull(layer.placements().get(step)));
            FaultPoint.REMOVAL_TAKEN.pass();
            return checkpoints.call(claim, () -> {
                boolean unchanged =
                        layers.find(layer.id()).filter(layer::equals).isPresent();
                if (unchanged) {
                    layers.update(layer.without(step, clock.instant()));
                    FaultPoint.REMOVAL_NOTED.pass();
                }
                return unchanged;
            });
        });
    }

    private boolean isGone(LayerId id) {
        Optional<Layer> layer = removing(id);
        boolean empty = layer.flatMap(RemoveLayer::last).isEmpty();
        if (layer.isPresent() && empty) {
            layers.delete(id);
            FaultPoint.LAYER_GONE_WRITTEN.pass();
        }
        return empty;
    }
}
