package org.batchuploader.app.service;

import java.io.Closeable;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.config.CatalogChoice;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.config.MetadataChoice;
import org.batchuploader.app.config.PortalChoice;
import org.batchuploader.app.config.UsersChoice;
import org.batchuploader.core.UploaderBuilder;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.remote.CallWatch;
import org.jspecify.annotations.Nullable;

/** The remote systems that a configuration names, with what to look at in each. Nothing is called before it is needed. */
public final class Systems implements AutoCloseable {
    private final Configuration configuration;
    private final CallWatch calls;
    private final List<Closeable> open = new ArrayList<>();
    private final List<Checkup> checkups = new ArrayList<>();
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final @Nullable LayerCatalog catalog;
    private final @Nullable Portal portal;
    private final @Nullable MetadataRegistry metadata;

    public Systems(Configuration configuration) {
        this(configuration, CallWatch.NONE);
    }

    /** @param calls is told of each call of theirs */
    Systems(Configuration configuration, CallWatch calls) {
        this.configuration = configuration;
        this.calls = calls;
        GeoServerWiring geoserver = configuration.catalog() instanceof CatalogChoice.GeoServer choice
                ? new GeoServerWiring(choice, this)
                : null;
        this.catalog = geoserver == null ? null : geoserver.catalog();
        this.portal = configuration.portal() instanceof PortalChoice.GeoNode choice
                ? GeoNodeWiring.portal(choice, geoserver, this)
                : null;
        this.metadata = MetadataWiring.registry(
                configuration.metadata(),
                configuration.metadataDefaults(),
                configuration.http().publicUrl(),
                this);
    }

    /** Puts them into an uploader; what is not configured is the stand-in, what is left out is left out. */
    public UploaderBuilder into(UploaderBuilder builder) {
        if (configuration.catalog() instanceof CatalogChoice.LeftOut) {
            builder.without(Step.CATALOG);
        }
        if (configuration.portal() instanceof PortalChoice.LeftOut) {
            builder.without(Step.PORTAL);
        }
        if (configuration.metadata() instanceof MetadataChoice.LeftOut) {
            builder.without(Step.METADATA);
        }
        if (catalog != null) {
            builder.catalog(catalog);
        }
        if (portal != null) {
            builder.portal(portal);
        }
        if (metadata != null) {
            builder.metadata(metadata);
        }
        return builder;
    }

    /** Who says who people are. */
    UserDirectory users(UserDirectory builtIn, InstantSource clock) {
        if (configuration.users() instanceof UsersChoice.GeoNode geonode) {
            return GeoNodeWiring.users(geonode, groups(), clock, this);
        }
        if (configuration.users() instanceof UsersChoice.Tokens tokens) {
            return GeoNodeWiring.users(tokens, groups(), clock, this);
        }
        return configuration.users() instanceof UsersChoice.Table table
                ? GeoNodeWiring.users(table, groups(), clock, this)
                : builtIn;
    }

    /** Whether anything depends on the groups of users. */
    private boolean groups() {
        return configuration.catalog() instanceof CatalogChoice.GeoServer geoserver
                && geoserver.workspaces() == CatalogChoice.Workspaces.GROUP;
    }

    /** What to look at in each. */
    public List<Checkup> checkups() {
        return List.copyOf(checkups);
    }

    /** Of the remote systems whose own checkups do not look at their clocks, by name. */
    public Map<String, URI> addresses() {
        return Map.copyOf(addresses);
    }

    /** Who publishes when we try: somebody whom the portal knows. */
    public Owner prober() {
        return Owner.named(
                configuration.portal() instanceof PortalChoice.GeoNode geonode
                        ? geonode.ownerOfUnknown() != null
                                ? geonode.ownerOfUnknown()
                                : geonode.access().user()
                        : "doctor");
    }

    CallWatch calls() {
        return calls;
    }

    void note(Checkup checkup) {
        checkups.add(checkup);
    }

    void note(String name, URI address, Checkup checkup) {
        addresses.put(name, address);
        checkups.add(checkup);
    }

    <T extends Closeable> T keep(T part) {
        open.add(part);
        return part;
    }

    @Override
    public void close() throws java.io.IOException {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        open.clear();
    }
}
