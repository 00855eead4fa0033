package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.portal.CatalogLayer;
import org.batchuploader.geonode.portal.GeoNodePortal;
import org.batchuploader.geonode.portal.PortalSettings;
import org.batchuploader.geoserver.catalog.DataWay;
import org.batchuploader.geoserver.catalog.GeoServerCatalog;
import org.batchuploader.geoserver.catalog.LayerTables;
import org.batchuploader.geoserver.catalog.WorkspaceRule;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.testkit.fake.FakeGeoNode;
import org.batchuploader.testkit.fake.FakeTables;
import org.batchuploader.testkit.fake.Fakes;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GeoNode's job looks for a layer's name within the names of a store, and gives all that it finds to one owner. */
class NeighbourTest {
    private static final URI PUBLIC = URI.create("https://maps.example.org");

    private final Fakes fakes = new Fakes(0);
    private final Tables database = new Tables();
    private final GeoServerCatalog catalog = new GeoServerCatalog(
            GeoServerClient.at(fakes.geoServer().address())
                    .credentials(Fakes.GEOSERVER_USER, Fakes.GEOSERVER_PASSWORD)
                    .build(),
            PUBLIC,
            new WorkspaceRule.One("uploads"),
            DataWay.tables(database, Map.of("host", "db.example", "database", "gis"), DataWay.streamed()));
    private final GeoNodePortal portal = GeoNodePortal.registering(
            GeoNodeClient.at(fakes.geoNode().address())
                    .credentials(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD)
                    .build(),
            publication -> {
                GeoServerCatalog.Place place = catalog.place(publication);
                return new CatalogLayer(place.workspace(), place.store(), place.layer());
            },
            PortalSettings.at(PUBLIC));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path samples;

    @AfterEach
    void close() {
        fakes.close();
    }

    @Test
    void of_two_tables_in_one_database_each_is_registered_for_its_own_owner() {
        fakes.geoServer().tables(database);
        fakes.geoNode().user("maria", "marias", "").user("bob", "bobs", "");
        Publication roads = SamplePublication.shapefile(samples).owner("maria").write();
        Publication more = SamplePublication.shapefile(samples)
                .name("roads_2")
                .owner("bob")
                .write();
        catalog.publish(roads);
        catalog.publish(more);

        portal.register(roads);
        assertThat(fakes.geoNode().state())
                .contains("uploads:roads owner=maria")
                .doesNotContain("uploads:roads_2");

        portal.register(more);
        portal.register(roads);
        assertThat(fakes.geoNode().state())
                .contains("uploads:roads owner=maria")
                .contains("uploads:roads_2 owner=bob");
    }

    /** A database in memory, seen from both sides. */
    private static final class Tables implements LayerTables, FakeTables {
        private final Map<String, Table> tables = new ConcurrentHashMap<>();

        @Override
        public void load(Publication publication) {
            tables.put(publication.name(), Table.of(publication));
        }

        @Override
        public void drop(String layerName) {
            tables.remove(layerName);
        }

        @Override
        public Optional<Table> find(Map<String, String> connection, String table) {
            return Optional.ofNullable(tables.get(table));
        }
    }
}
