package org.batchuploader.app.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.config.CatalogChoice;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.portal.CatalogLayer;
import org.batchuploader.geoserver.catalog.DataWay;
import org.batchuploader.geoserver.catalog.GeoServerCatalog;
import org.batchuploader.geoserver.catalog.LayerTables;
import org.batchuploader.geoserver.catalog.WorkspaceRule;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.doctor.GeoServerCheckup;
import org.batchuploader.geotools.shapefile.ShapefileFeatures;
import org.batchuploader.postgis.PostgisLoader;
import org.batchuploader.postgis.PostgisSettings;

/** GeoServer as the configuration has it, and the database it reads. */
final class GeoServerWiring {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final GeoServerCatalog catalog;

    GeoServerWiring(CatalogChoice.GeoServer choice, Systems systems) {
        GeoServerClient client = GeoServerClient.at(choice.url())
                .credentials(choice.user(), choice.password().value())
                .connectLimit(CONNECT_LIMIT)
                .answerLimit(choice.answerLimit())
                .watch(systems.calls())
                .build();
        WorkspaceRule workspaces =
                switch (choice.workspaces()) {
                    case ONE -> new WorkspaceRule.One(choice.workspace());
                    case OWNER -> new WorkspaceRule.PerOwner(choice.workspace() + "_");
                    case GROUP -> new WorkspaceRule.PerGroup(choice.workspace() + "_", choice.workspace());
                };
        DataWay way = way(choice.data(), systems);
        systems.note(new GeoServerCheckup(client, way, Clock.systemUTC()));
        this.catalog = new GeoServerCatalog(client, choice.publicUrl(), workspaces, way);
    }

    LayerCatalog catalog() {
        return catalog;
    }

    /** Where a publication comes to be in GeoServer. */
    CatalogLayer layer(Publication publication) {
        GeoServerCatalog.Place place = catalog.place(publication);
        return new CatalogLayer(place.workspace(), place.store(), place.layer());
    }

    private static DataWay way(CatalogChoice.Data data, Systems systems) {
        if (data instanceof CatalogChoice.SharedFolder folder) {
            return DataWay.sharedDisk(folder.here(), folder.there());
        }
        return data instanceof CatalogChoice.Postgis postgis ? tables(postgis, systems) : DataWay.streamed();
    }

    private static DataWay tables(CatalogChoice.Postgis choice, Systems systems) {
        CatalogChoice.Connection here = choice.here();
        CatalogChoice.Connection there = choice.there();
        PostgisSettings settings = PostgisSettings.of(
                        here.host(),
                        here.port(),
                        choice.database(),
                        here.user(),
                        here.password().value())
                .withSchema(choice.schema())
                .withSslMode(choice.sslMode())
                .withReaders(here.user().equals(there.user()) ? List.of() : List.of(there.user()))
                .withConnections(choice.connections());
        PostgisLoader loader = PostgisLoader.open(settings, new ShapefileFeatures());
        systems.keep(loader::close);
        systems.note(loader.checkup(Clock.systemUTC()));
        Map<String, String> connection = Map.of(
                "host", there.host(),
                "port", Integer.toString(there.port()),
                "database", choice.database(),
                "schema", choice.schema(),
                "user", there.user(),
                "passwd", there.password().value());
        return DataWay.tables(new Tables(loader), connection, DataWay.streamed());
    }

    /** GeoServer's tables, loaded by PostGIS' loader. */
    private record Tables(PostgisLoader loader) implements LayerTables {
        @Override
        public void load(Publication publication) {
            loader.load(publication);
        }

        @Override
        public void drop(String layerName) {
            loader.drop(layerName);
        }
    }
}
