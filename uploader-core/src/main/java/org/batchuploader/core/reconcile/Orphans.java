package org.batchuploader.core.reconcile;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;

/**
 * What bears our mark and is no layer of ours. Only what an upload of this service is known for is removed: another uploader that
 * shares the system has the same kind of mark.
 */
final class Orphans {
    /** So many are dealt with at once; the next look finds the others. */
    private static final int MOST = 1000;

    private final UploadStore uploads;
    private final LayerStore layers;
    private final Systems systems;
    private final Mending mending;
    private final Telling telling;
    private final Map<String, Map<Step, Marked>> found = new LinkedHashMap<>();

    Orphans(UploadStore uploads, LayerStore layers, Systems systems, Mending mending, Telling telling) {
        this.uploads = uploads;
        this.layers = layers;
        this.systems = systems;
        this.mending = mending;
        this.telling = telling;
    }

    void look() {
        for (Step step : systems.steps()) {
            systems.ask(step, inventory -> {
                inventory.marked(marked -> note(step, marked));
                return step;
            });
        }
        found.values().forEach(this::tell);
    }

    private void note(Step step, Marked marked) {
        LayerId id = marked.layer();
        String key = id == null ? marked.name() : id.value();
        if (layer(marked).isEmpty() && (found.containsKey(key) || found.size() < MOST)) {
            found.computeIfAbsent(key, fresh -> new EnumMap<>(Step.class)).put(step, marked);
        }
    }

    private Optional<Layer> layer(Marked marked) {
        LayerId id = marked.layer();
        return id == null ? layers.named(marked.name()) : layers.find(id);
    }

    private void tell(Map<Step, Marked> places) {
        Marked first = places.values().iterator().next();
        if (layer(first).isPresent()) {
            return;
        }
        Optional<LayerId> id = Optional.ofNullable(first.layer());
        Optional<Dataset> known = id.flatMap(uploads::ofLayer);
        String where = places.keySet().stream().map(systems::name).collect(Collectors.joining(", "));
        String what = places.values().stream().map(Marked::what).collect(Collectors.joining(", "));
        String sentence = "There is " + what + ", and no layer of it is known here.";
        if (id.isPresent() && known.isEmpty()) {
            telling.left(
                    Drift.Kind.ORPHAN,
                    where,
                    first.name(),
                    null,
                    sentence,
                    "No upload of this service is known for it either: another uploader may have made it. If none did, remove it there.");
            return;
        }
        Drift drift = new Drift(
                Drift.Kind.ORPHAN,
                where,
                first.name(),
                known.map(Dataset::owner).orElse(null),
                sentence,
                "It is removed.",
                Drift.Verdict.MENDABLE);
        telling.mendable(drift, () -> mending.remove(id, first.name(), known, placements(places)));
    }

    /** Of those systems that can say it now; the next look finds what is left. */
    private Map<Step, Placement> placements(Map<Step, Marked> places) {
        Map<Step, Placement> placements = new EnumMap<>(Step.class);
        places.forEach((step, marked) -> systems.ask(
                        step, inventory -> marked.placement().get())
                .ifPresent(placement -> placements.put(step, placement)));
        return placements;
    }
}
