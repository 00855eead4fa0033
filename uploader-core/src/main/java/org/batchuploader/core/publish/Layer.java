package org.batchuploader.core.publish;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.jspecify.annotations.Nullable;

/**
 * A layer: its reserved name, and how far it stands in the remote systems.
 *
 * @param name unique in this service, in the safe alphabet of {@link org.batchuploader.core.name.LayerName}
 * @param title in the owner's words
 * @param origin of the dataset, see {@link org.batchuploader.core.upload.Dataset#origin}
 * @param dataset published, or being published
 * @param previous the dataset that stays published until {@code dataset} takes its place
 * @param placements of the steps done, by step
 */
public record Layer(
        LayerId id,
        String owner,
        String name,
        String title,
        String origin,
        DatasetId dataset,
        @Nullable DatasetId previous,
        State state,
        Map<Step, Placement> placements,
        Instant changed) {
    /** What a layer is at. */
    public enum State {
        PUBLISHING,
        PUBLISHED,
        REMOVING
    }

    public Layer {
        placements = Map.copyOf(placements);
    }

    /** Links of all steps done, in order of step. */
    public List<Link> links() {
        return Arrays.stream(Step.values())
                .map(placements::get)
                .filter(Objects::nonNull)
                .flatMap(p -> p.links().stream())
                .toList();
    }

    public Layer with(State newState, Instant at) {
        return new Layer(id, owner, name, title, origin, dataset, previous, newState, placements, at);
    }

    public Layer with(DatasetId newDataset, @Nullable DatasetId newPrevious, State newState, Instant at) {
        return new Layer(id, owner, name, title, origin, newDataset, newPrevious, newState, placements, at);
    }

    public Layer placed(Step step, Placement placement, Instant at) {
        var more = new HashMap<>(placements);
        more.put(step, placement);
        return new Layer(id, owner, name, title, origin, dataset, previous, state, more, at);
    }

    public Layer without(Step step, Instant at) {
        var fewer = new HashMap<>(placements);
        fewer.remove(step);
        return new Layer(id, owner, name, title, origin, dataset, previous, state, fewer, at);
    }
}
