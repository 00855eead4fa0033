package org.batchuploader.core.publish;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A layer: its reserved name, and how far it stands in the remote systems.
 *
 * @param name unique in this service, in the safe alphabet of {@link org.batchuploader.core.name.LayerName}
 * @param title in the owner's words
 * @param origin of the dataset, see {@link org.batchuploader.core.upload.Dataset#origin}
 * @param dataset published, or being published
 * @param previous the dataset that stays published until {@code dataset} takes its place
 * @param succeeds the layer of another name that shows {@code dataset} until this one is published
 * @param placements where its steps put it, by step
 * @param done the steps done for {@code dataset}
 */
public record Layer(
        LayerId id,
        String owner,
        String name,
        String title,
        String origin,
        DatasetId dataset,
        @Nullable DatasetId previous,
        @Nullable LayerId succeeds,
        State state,
        Map<Step, Placement> placements,
        Set<Step> done,
        Instant changed) {
    /** What a layer is at. */
    public enum State {
        PUBLISHING,
        PUBLISHED,
        REMOVING
    }

    public Layer {
        placements = Map.copyOf(placements);
        done = Set.copyOf(done);
    }

    /** What nobody remembers is somewhere, and is to be removed. */
    public static Layer orphan(
            LayerId id, String owner, String name, DatasetId dataset, Map<Step, Placement> placements, Instant at) {
        String origin = "orphan#" + id.value();
        return new Layer(id, owner, name, name, origin, dataset, null, null, State.REMOVING, placements, Set.of(), at);
    }

    /** Links of all steps done, in order of step. */
    public List<Link> links() {
        return Arrays.stream(Step.values())
                .filter(done::contains)
                .map(placements::get)
                .filter(Objects::nonNull)
                .flatMap(p -> p.links().stream())
                .toList();
    }

    /** What its owner should know of how the steps put it there, in order of step. */
    public List<Problem> remarks() {
        return Arrays.stream(Step.values())
                .map(placements::get)
                .filter(Objects::nonNull)
                .flatMap(placement -> placement.remarks().stream())
                .toList();
    }

    /** Universal (UUID): the portal's where it gave one, else made from the layer's id. */
    public String identifier() {
        Placement portal = placements.get(Step.PORTAL);
        return portal != null && portal.identifier() != null ? portal.identifier() : id.universal();
    }

    public Layer with(State newState, Instant at) {
        return new Layer(id, owner, name, title, origin, dataset, previous, succeeds, newState, placements, done, at);
    }

    /** This layer about to show another dataset, with no step done for it yet. */
    public Layer showing(DatasetId newDataset, @Nullable DatasetId newPrevious, Instant at) {
        return new Layer(
                id,
                owner,
                name,
                title,
                origin,
                newDataset,
                newPrevious,
                null,
                State.PUBLISHING,
                placements,
                Set.of(),
                at);
    }

    /** This layer under another title. */
    public Layer titled(String newTitle) {
        return new Layer(
                id, owner, name, newTitle, origin, dataset, previous, succeeds, state, placements, done, changed);
    }

    /** This layer for another origin. */
    public Layer at(String newOrigin) {
        return new Layer(
                id, owner, name, title, newOrigin, dataset, previous, succeeds, state, placements, done, changed);
    }

    /** This layer in the other's place as soon as it is published. */
    public Layer succeeding(LayerId other) {
        return new Layer(id, owner, name, title, origin, dataset, previous, other, state, placements, done, changed);
    }

    /** All steps are done for the dataset. */
    public Layer published(Instant at) {
        return new Layer(id, owner, name, title, origin, dataset, null, null, State.PUBLISHED, placements, done, at);
    }

    /** What it shows belongs to another dataset of the same parts from now on; nothing has to be done for it. */
    public Layer handedTo(DatasetId twin, Instant at) {
        return new Layer(id, owner, name, title, origin, twin, null, null, state, placements, done, at);
    }

    /** A step is about to put it there. */
    public Layer planned(Step step, Placement placement, Instant at) {
        return put(step, placement, done, at);
    }

    /** A step has put it there. */
    public Layer placed(Step step, Placement placement, Instant at) {
        var moreDone = new HashSet<>(done);
        moreDone.add(step);
        return put(step, placement, moreDone, at);
    }

    private Layer put(Step step, Placement placement, Set<Step> nowDone, Instant at) {
        var more = new HashMap<>(placements);
        more.put(step, placement);
        return new Layer(id, owner, name, title, origin, dataset, previous, succeeds, state, more, nowDone, at);
    }

    public Layer without(Step step, Instant at) {
        var fewer = new HashMap<>(placements);
        fewer.remove(step);
        return new Layer(id, owner, name, title, origin, dataset, previous, succeeds, state, fewer, Set.of(), at);
    }
}
