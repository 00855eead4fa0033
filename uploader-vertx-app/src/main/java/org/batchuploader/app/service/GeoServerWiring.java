package org.batchuploader.app.service;

import org.batchuploader.app.config.CatalogChoice;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.portal.CatalogLayer;
import org.batchuploader.geoserver.catalog.GeoServerCatalog;
import org.batchuploader.geoserver.client.GeoServerClient;

/** GeoServer as the configuration has it. */
final class GeoServerWiring {
    private final GeoServerCatalog catalog;

    GeoServerWiring(CatalogChoice.GeoServer choice, Systems systems) {
        GeoServerClient client = GeoServerClient.at(choice.url())
                .credentials(choice.user(), choice.password().value())
                .build();
        this.catalog = new GeoServerCatalog(client, choice.workspace(), choice.publicUrl());
    }

    LayerCatalog catalog() {
        return catalog;
    }

    /** Where a publication comes to be in GeoServer. */
    CatalogLayer layer(Publication publication) {
        String[] parts = catalog.plan(publication).ref().split("/", -1);
        return new CatalogLayer(parts[0], parts[1], publication.name());
    }
}
