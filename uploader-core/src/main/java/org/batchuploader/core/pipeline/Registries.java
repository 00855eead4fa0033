package org.batchuploader.core.pipeline;

import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;

/** The three ports that a dataset passes through, by step. */
public record Registries(LayerCatalog catalog, Portal portal, MetadataRegistry metadata) {
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

    void remove(Step step, Placement placement) {
        switch (step) {
            case CATALOG -> catalog.remove(placement);
            case PORTAL -> portal.remove(placement);
            case METADATA -> metadata.remove(placement);
        }
    }
}
