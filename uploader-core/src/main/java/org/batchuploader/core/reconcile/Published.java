package org.batchuploader.core.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/** Compares one published layer with every system that should show it. */
record Published(UploadStore uploads, LayerStore layers, Systems systems, Mending mending, Telling telling) {
    /** What one system has otherwise. */
    private record Seen(Step step, Difference difference) {
        boolean isForeign() {
            return difference.kind() == Difference.Kind.FOREIGN;
        }
    }

    void compare(Layer layer) {
        Optional<Dataset> shown = uploads.dataset(layer.dataset());
        List<Seen> all = new ArrayList<>();
        for (Step step : systems.steps()) {
            look(layer, step, shown.orElse(null))
                    .ifPresent(found -> found.forEach(difference -> all.add(new Seen(step, difference))));
        }
        if (!layers.find(layer.id()).equals(Optional.of(layer))) {
            telling.busy();
            return;
        }
        telling.compared();
        if (all.stream().anyMatch(Seen::isForeign)) {
            all.forEach(seen -> left(layer, seen, hindered(seen)));
        } else if (shown.isEmpty()) {
            all.forEach(seen -> left(layer, seen, "Its upload is not kept any more: deliver the file again."));
        } else {
            mend(layer, shown.get(), all);
        }
    }

    private Optional<List<Difference>> look(Layer layer, Step step, @Nullable Dataset shown) {
        Placement placement = layer.placements().get(step);
        return placement == null
                ? Optional.of(List.of(Difference.missing(
                        systems.name(step) + " never got it: the step was left out when it was published.")))
                : systems.ask(step, inventory -> inventory.look(expected(layer, placement, shown)));
    }

    private static Expected expected(Layer layer, Placement placement, @Nullable Dataset shown) {
        Inspection inspection = shown == null ? null : shown.inspection();
        CoordinateReferenceSystem crs = inspection == null ? null : inspection.crs();
        return new Expected(
                layer.id(),
                layer.name(),
                layer.title(),
                layer.owner(),
                placement,
                crs == null ? null : crs.code(),
                layer.changed());
    }

    /** One publication mends everything of a layer. */
    private void mend(Layer layer, Dataset shown, List<Seen> all) {
        boolean queued = all.isEmpty() || !telling.fixes() || mending.publishAgain(layer, shown);
        all.forEach(seen -> telling.mendable(
                drift(layer, seen, "It is published again in every system.", Drift.Verdict.MENDABLE), () -> queued));
    }

    private static String hindered(Seen seen) {
        return seen.isForeign()
                ? "It is not ours and is left alone: move it away or give it back there, or correct the layer's name here."
                : "Nothing is done for this layer as long as something of somebody else's is in one of its places.";
    }

    private void left(Layer layer, Seen seen, String remedy) {
        Drift drift = drift(layer, seen, remedy, Drift.Verdict.LEFT);
        telling.left(drift.kind(), drift.system(), drift.layer(), drift.owner(), drift.sentence(), drift.remedy());
    }

    private Drift drift(Layer layer, Seen seen, String remedy, Drift.Verdict verdict) {
        return new Drift(
                Drift.kind(seen.difference().kind()),
                systems.name(seen.step()),
                layer.name(),
                layer.owner(),
                seen.difference().sentence(),
                remedy,
                verdict);
    }
}
