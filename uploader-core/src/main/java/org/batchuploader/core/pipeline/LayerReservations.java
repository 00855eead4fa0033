package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.upload.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Which layer a dataset becomes. The same origin by the same owner takes its layer's place; a new one gets a name of its
 * own, numbered when taken; nobody ever gets another owner's.
 */
final class LayerReservations {
    private final InstantSource clock;
    private final Ids ids;
    private final LayerStore layers;

    LayerReservations(InstantSource clock, Ids ids, LayerStore layers) {
        this.clock = clock;
        this.ids = ids;
        this.layers = layers;
    }

    /** Call inside a transaction. */
    Reservation reserve(Dataset dataset) {
        Optional<Layer> mine = Optional.ofNullable(dataset.layer()).flatMap(layers::find);
        String asked = dataset.correction().name();
        if (mine.isPresent() && (asked == null || mine.get().name().equals(LayerName.from(asked)))) {
            return take(mine.get(), dataset, null);
        }
        if (asked != null) {
            return reserveAsked(dataset, LayerName.from(asked));
        }
        Optional<Layer> sameOrigin = layers.ofOrigin(dataset.owner(), dataset.origin());
        if (sameOrigin.isPresent()) {
            return take(sameOrigin.get(), dataset, null);
        }
        return reserveNew(dataset, LayerName.from(dataset.name()));
    }

    /** The origin of a layer that bears another name while the origin's own is there. */
    static String besides(String origin, String name) {
        return origin + "#" + name;
    }

    /** The layer that was given back to the dataset. Call inside a transaction. */
    Reservation restore(Dataset dataset) {
        Layer layer = Optional.ofNullable(dataset.layer()).flatMap(layers::find).orElseThrow();
        return take(layer, dataset, null);
    }

    private Reservation reserveAsked(Dataset dataset, String name) {
        Optional<Layer> there = layers.named(name);
        if (there.isEmpty()) {
            boolean originFree =
                    layers.ofOrigin(dataset.owner(), dataset.origin()).isEmpty();
            String origin = originFree ? dataset.origin() : besides(dataset.origin(), name);
            Layer layer = fresh(dataset, name, origin);
            return layers.reserve(layer) ? new Reservation.Reserved(layer, null) : new Reservation.Busy();
        }
        boolean own = there.get().owner().equals(dataset.owner());
        if (own && there.get().state() == Layer.State.REMOVING) {
            return new Reservation.Busy();
        }
        if (own && Boolean.TRUE.equals(dataset.correction().overwrite())) {
            return take(there.get(), dataset, null);
        }
        return new Reservation.Taken(Problem.of(
                ProblemCode.NAME_TAKEN,
                own
                        ? "You already have a layer named " + name + "."
                        : "The name " + name + " belongs to somebody else's layer."));
    }

    private Reservation reserveNew(Dataset dataset, String wanted) {
        String name = wanted;
        for (int number = 2; !layers.reserve(fresh(dataset, name, dataset.origin())); number++) {
            name = LayerName.numbered(wanted, number);
        }
        Layer layer = layers.named(name).orElseThrow();
        return new Reservation.Reserved(layer, remark(dataset, wanted, name));
    }

    private static @Nullable Problem remark(Dataset dataset, String wanted, String name) {
        if (name.equals(dataset.name())) {
            return null;
        }
        String because = name.equals(wanted)
                ? "so that every system takes it unharmed"
                : "because a layer named " + wanted + " is there already";
        return Problem.of(
                ProblemCode.NAME_CHANGED,
                "\"" + dataset.name() + "\" is published under the name " + name + ", " + because + ".");
    }

    private Reservation take(Layer layer, Dataset dataset, @Nullable Problem remark) {
        boolean same = layer.dataset().equals(dataset.id());
        if (same && layer.state() == Layer.State.PUBLISHING) {
            return new Reservation.Reserved(layer, remark);
        }
        if (layer.state() != Layer.State.PUBLISHED) {
            return new Reservation.Busy();
        }
        Layer replaced = layer.showing(dataset.id(), same ? null : layer.dataset(), clock.instant());
        String asked = dataset.correction().name();
        Layer titled = asked == null ? replaced : replaced.titled(asked);
        layers.update(titled);
        return new Reservation.Reserved(titled, remark);
    }

    private Layer fresh(Dataset dataset, String name, String origin) {
        String asked = dataset.correction().name();
        return new Layer(
                ids.layer(),
                dataset.owner(),
                name,
                asked == null ? dataset.name() : asked,
                origin,
                dataset.id(),
                null,
                null,
                Layer.State.PUBLISHING,
                Map.of(),
                Set.of(),
                clock.instant());
    }
}
