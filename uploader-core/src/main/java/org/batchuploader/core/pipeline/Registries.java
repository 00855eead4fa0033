package org.batchuploader.core.pipeline;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.watch.Meter;
import org.batchuploader.core.watch.Stage;
import org.jspecify.annotations.Nullable;

/** The three ports that a dataset passes through, by step, and which of them are left out. */
public final class Registries {
    private final LayerCatalog catalog;
    private final Portal portal;
    private final MetadataRegistry metadata;
    private final Set<Step> leftOut;
    private final Map<Step, Gate> gates = new EnumMap<>(Step.class);
    private Meter meter = Meter.NONE;

    /** @param leftOut steps that are not taken; nothing new is put there */
    public Registries(LayerCatalog catalog, Portal portal, MetadataRegistry metadata, Set<Step> leftOut) {
        this.catalog = catalog;
        this.portal = portal;
        this.metadata = metadata;
        this.leftOut = EnumSet.noneOf(Step.class);
        this.leftOut.addAll(leftOut);
    }

    /** Puts a gate before steps that a remote system takes. */
    public void guard(Set<Step> steps, GateRules rules, InstantSource clock) {
        steps.forEach(step -> gates.put(step, new Gate(step, rules, clock, new SecureRandom())));
    }

    /** Tells how long each call takes; before the first. */
    public void measure(Meter told) {
        meter = told;
    }

    /** How the gates stand. */
    public List<Gate.Status> gates() {
        return gates.values().stream().map(Gate::status).toList();
    }

    /**
     * A place inside the step's system, for who will put something there; none is needed where there is no gate.
     *
     * @throws NotNow when it cannot be entered now
     */
    Gate.@Nullable Place enter(Step step) {
        Gate gate = gates.get(step);
        return gate == null ? null : gate.enter();
    }

    boolean take(Step step) {
        return !leftOut.contains(step);
    }

    Placement plan(Step step, Publication publication) {
        return switch (step) {
            case CATALOG -> catalog.plan(publication);
            case PORTAL -> portal.plan(publication);
            case METADATA -> metadata.plan(publication);
        };
    }

    /** @param held a place that the caller has already, inside this step's system or another one's */
    Placement put(Step step, Publication publication, Gate.@Nullable Place held) {
        Supplier<Placement> call = () -> switch (step) {
            case CATALOG -> meter.stage(Stage.CATALOG, () -> catalog.publish(publication));
            case PORTAL -> meter.stage(Stage.PORTAL, () -> portal.register(publication));
            case METADATA -> meter.stage(Stage.METADATA, () -> metadata.put(publication));
        };
        return held != null && held.isBefore(step) ? held.call(call) : through(step, call);
    }

    /** What was put there before a step was left out can only be removed by whoever knows that system. */
    void remove(Step step, Placement placement) {
        if (!take(step)) {
            throw new RemoteRefused(
                    step.name(), "the step is left out by now; what it put at " + placement.ref() + " is still there");
        }
        through(step, () -> {
            switch (step) {
                case CATALOG -> meter.stage(Stage.REMOVE_CATALOG, () -> catalog.remove(placement));
                case PORTAL -> meter.stage(Stage.REMOVE_PORTAL, () -> portal.remove(placement));
                case METADATA -> meter.stage(Stage.REMOVE_METADATA, () -> metadata.remove(placement));
            }
            return true;
        });
    }

    private <T> T through(Step step, Supplier<T> call) {
        Gate gate = gates.get(step);
        return gate == null ? call.get() : gate.enter().call(call);
    }
}
