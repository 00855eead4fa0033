package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.Claim;

/** Takes a layer out of every system, last step first, and frees its name. */
final class RemoveLayer {
    private static final List<Step> BACKWARDS = List.of(Step.METADATA, Step.PORTAL, Step.CATALOG);

    private final InstantSource clock;
    private final LayerStore layers;
    private final Registries registries;
    private final Checkpoints checkpoints;

    RemoveLayer(InstantSource clock, LayerStore layers, Registries registries, Checkpoints checkpoints) {
        this.clock = clock;
        this.layers = layers;
        this.registries = registries;
        this.checkpoints = checkpoints;
    }

    void run(Claim claim, LayerId id) {
        Layer layer = layers.find(id).orElse(null);
        if (layer == null || layer.state() != Layer.State.REMOVING) {
            checkpoints.complete(claim, () -> {});
            return;
        }
        for (Step step : BACKWARDS) {
            Placement placement = layer.placements().get(step);
            if (placement != null) {
                FaultPoint.REMOVAL_DUE.pass();
                registries.remove(step, placement);
                FaultPoint.REMOVAL_TAKEN.pass();
                Layer without = layer.without(step, clock.instant());
                checkpoints.run(claim, () -> {
                    layers.update(without);
                    FaultPoint.REMOVAL_NOTED.pass();
                });
                layer = without;
            }
        }
        checkpoints.complete(claim, () -> {
            layers.delete(id);
            FaultPoint.LAYER_GONE_WRITTEN.pass();
        });
    }
}
