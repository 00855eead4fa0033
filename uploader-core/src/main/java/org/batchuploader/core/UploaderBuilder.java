package org.batchuploader.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.builtin.BuiltInCatalog;
import org.batchuploader.core.builtin.BuiltInMetadataRegistry;
import org.batchuploader.core.builtin.BuiltInPortal;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.notice.Notifier;
import org.batchuploader.core.pipeline.GateRules;
import org.batchuploader.core.pipeline.Registries;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.reconcile.Reconciler;
import org.batchuploader.core.staging.LocalStagingArea;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.core.watch.Meter;
import org.jspecify.annotations.Nullable;

/** Chooses the adapters of an {@link Uploader}; whatever is not chosen is built in. Adapters given are not closed. */
public final class UploaderBuilder {
    /** Bytes of the disk that the built-in staging area leaves free. */
    private static final long RESERVE = 64L << 20;

    private final Path data;
    private final DatasetInspector inspector;
    private final Ids ids = new Ids();
    private final List<Notifier> notifiers = new ArrayList<>();
    private final Set<Step> leftOut = EnumSet.noneOf(Step.class);
    private InstantSource clock = Clock.systemUTC();
    private Assembling assembling = Assembling.DEFAULT;
    private Duration keepPublished = Duration.ofDays(7);
    private Settings settings = Settings.DEFAULT;
    private GateRules gates = GateRules.DEFAULT;
    private Meter meter = Meter.NONE;
    private boolean workers = true;
    private @Nullable StagingArea staging;
    private @Nullable Stores stores;
    private @Nullable UserDirectory users;
    private @Nullable LayerCatalog catalog;
    private @Nullable Portal portal;
    private @Nullable MetadataRegistry metadata;

    UploaderBuilder(Path data, DatasetInspector inspector) {
        this.data = data;
        this.inspector = inspector;
    }

    public UploaderBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    public UploaderBuilder assembling(Assembling times) {
        assembling = times;
        return this;
    }

    /** How long files stay in the folder they were delivered to after they were published; the layers stay anyhow. */
    public UploaderBuilder keepPublished(Duration time) {
        keepPublished = time;
        return this;
    }

    public UploaderBuilder settings(Settings newSettings) {
        settings = newSettings;
        return this;
    }

    /** When a system that was given is left in peace; the built-in ones are always well. */
    public UploaderBuilder gates(GateRules rules) {
        gates = rules;
        return this;
    }

    /** Whether this instance works on the queue, or only takes uploads in. */
    public UploaderBuilder workers(boolean work) {
        workers = work;
        return this;
    }

    public UploaderBuilder staging(StagingArea area) {
        staging = area;
        return this;
    }

    public UploaderBuilder stores(Stores newStores) {
        stores = newStores;
        return this;
    }

    public UploaderBuilder users(UserDirectory directory) {
        users = directory;
        return this;
    }

    public UploaderBuilder catalog(LayerCatalog newCatalog) {
        catalog = newCatalog;
        return this;
    }

    public UploaderBuilder portal(Portal newPortal) {
        portal = newPortal;
        return this;
    }

    public UploaderBuilder metadata(MetadataRegistry registry) {
        metadata = registry;
        return this;
    }

    /** Leaves a step out: no system at all takes it, not even the built-in stand-in. */
    public UploaderBuilder without(Step step) {
        leftOut.add(step);
        return this;
    }

    /** Adds a way to bring notices, besides the inbox. */
    public UploaderBuilder notifier(Notifier notifier) {
        notifiers.add(notifier);
        return this;
    }

    /** Is told of work as it is done. */
    public UploaderBuilder meter(Meter told) {
        meter = told;
        return this;
    }

    /** Where the built-in stand-ins put one folder per layer. */
    public static Path layersFolder(Path data) {
        return data.resolve("layers");
    }

    /** Compares what the chosen stores remember with what the chosen systems hold; starts nothing. */
    public Reconciler reconciler() {
        Stores chosen = stores != null ? stores : inMemory(new InMemory(clock, ids));
        Map<Step, Inventory> inventories = new EnumMap<>(Step.class);
        Map<Step, Object> registries =
                Map.of(Step.CATALOG, catalog(), Step.PORTAL, portal(), Step.METADATA, metadata());
        registries.forEach((step, registry) -> {
            if (registry instanceof Inventory inventory && !leftOut.contains(step)) {
                inventories.put(step, inventory);
            }
        });
        return new Reconciler(
                clock, ids, chosen.transactions(), chosen.uploads(), chosen.layers(), chosen.tasks(), inventories);
    }

    private LayerCatalog catalog() {
        return catalog != null ? catalog : new BuiltInCatalog(layersFolder(data), inspector);
    }

    private Portal portal() {
        return portal != null ? portal : new BuiltInPortal(layersFolder(data));
    }

    private MetadataRegistry metadata() {
        return metadata != null ? metadata : new BuiltInMetadataRegistry(layersFolder(data));
    }

    /** Starts the uploader. */
    public Uploader build() throws IOException {
        InMemory memory = new InMemory(clock, ids);
        Registries registries = new Registries(catalog(), portal(), metadata(), leftOut);
        registries.guard(remote(), gates, clock);
        registries.measure(meter);
        StagingArea area = staging != null ? staging : new LocalStagingArea(data.resolve("staging"), ids, RESERVE);
        Stores chosen = stores != null ? stores : inMemory(memory);
        UserDirectory directory = users != null ? users : memory.users();
        Assembly assembly = new Assembly(new Assembly.Choice(
                clock,
                ids,
                area,
                chosen,
                directory,
                inspector,
                registries,
                notifiers,
                assembling,
                keepPublished,
                settings,
                meter));
        assembly.start(workers);
        return new Uploader(assembly);
    }

    private Set<Step> remote() {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (catalog != null) {
            steps.add(Step.CATALOG);
        }
        if (portal != null) {
            steps.add(Step.PORTAL);
        }
        if (metadata != null) {
            steps.add(Step.METADATA);
        }
        return steps;
    }

    private static Stores inMemory(InMemory memory) {
        return new Stores(
                memory.transactions(),
                memory.uploads(),
                memory.layers(),
                memory.notices(),
                memory.drops(),
                memory.tasks());
    }
}
