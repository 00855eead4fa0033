package org.batchuploader.core.pipeline;

import java.util.EnumSet;
import java.util.Set;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;

/** The three ports that a dataset passes through, by step, and which of them are left out. */
public final class Registries {
    private final LayerCatalog catalog;
    private final Portal portal;
    private final MetadataRegistry metadata;
    private final Set<Step> leftOut;

    /** @param leftOut steps that are not taken; nothing new is put there */
    public Registries(LayerCatalog catalog, Portal portal, MetadataRegistry metadata, Set<Step> leftOut) {
        this.catalog = catalog;
        this.portal = portal;
        this.metadata = metadata;
        this.leftOut = EnumSet.noneOf(Step.class);
        this.leftOut.addAll(leftOut);
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

    Placement put(Step step, Publication publication) {
        return switch (step) {
            case CATALOG -> catalog.publish(publication);
            case PORTAL -> portal.register(publication);
            case METADATA -> metadata.put(publication);
        };
    }

    /** What was put there before a step was left out can only be removed by whoever knows that system. */
    void remove(Step step, Placement placement) {
        if (!take(step)) {
            throw new RemoteRefused(
                    step.name(), "the step is left out by now; what it put at " + placement.ref() + " is still there");
        }
        switch (step) {
            case CATALOG -> catalog.remove(placement);
            case PORTAL -> portal.remove(placement);
            case METADATA -> metadata.remove(placement);
        }
    }
}
