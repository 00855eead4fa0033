package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesCatalogTest extends FakedCatalog {
    private static final Map<String, String> CONNECTION =
            Map.of("host", "db.example", "database", "gis", "user", "reader", "passwd", "table-word");

    private final MemoryTables database = new MemoryTables();

    @Override
    DataWay way() {
        return DataWay.tables(database, CONNECTION, DataWay.streamed());
    }

    @Override
    String carrying() {
        return "store.get";
    }

    @BeforeEach
    void connect() {
        fake.tables(database);
    }

    @Override
    protected List<Trouble> troubles() {
        return Stream.concat(
                        super.troubles().stream(),
                        Stream.of(
                                Trouble.unavailable(
                                        "the database is down",
                                        () -> database.down = true,
                                        () -> database.down = false),
                                Trouble.refusing(
                                        "the database refuses",
                                        () -> database.refusing = true,
                                        () -> database.refusing = false)))
                .toList();
    }

    @Test
    void a_table_has_a_store_of_its_own_and_a_raster_goes_the_other_way() {
        Placement roads = catalog.publish(SamplePublication.shapefile(temp).write());
        Placement height =
                catalog.publish(SamplePublication.geoTiff(temp).name("height").write());

        assertThat(fake.state())
                .contains("store " + store(roads) + ": PostGIS")
                .contains("dbtype=postgis", "host=db.example", "passwd=***")
                .contains("feature type roads \"Roads\" of roads in EPSG:4326, 10 point");
        assertThat(height.ref()).endsWith("/coveragestores");
    }

    /** GeoNode registers every layer of a store whose name has the wanted one within, and for its owner. */
    @Test
    void nobody_who_asks_for_a_layer_by_its_store_gets_a_neighbour_of_the_same_stem() {
        Placement roads = catalog.publish(SamplePublication.shapefile(temp).write());
        catalog.publish(SamplePublication.shapefile(temp).name("roads_2").write());

        assertThat(fake.layers("up", store(roads))).containsOnlyKeys("roads");
    }

    /** A database takes a hundred connections as it comes; a store that nobody asks keeps none of them. */
    @Test
    void a_store_that_nobody_asks_keeps_no_connection() {
        catalog.publish(SamplePublication.shapefile(temp).write());

        assertThat(fake.state()).contains("min connections=0");
    }

    @Test
    void a_removed_layer_takes_its_table_along_and_leaves_the_others() {
        Placement roads = catalog.publish(SamplePublication.shapefile(temp).write());
        Placement rivers =
                catalog.publish(SamplePublication.shapefile(temp).name("rivers").write());

        catalog.remove(roads);

        assertThat(database.tables).containsOnlyKeys("rivers");
        assertThat(fake.has("up", store(rivers), "rivers")).isTrue();
        assertThat(fake.state()).doesNotContain("roads");
    }

    @Test
    void a_changed_connection_is_told_when_a_layer_comes_again() {
        catalog.publish(SamplePublication.shapefile(temp).write());
        faked.catalog(DataWay.tables(database, Map.of("host", "db.example", "database", "moved"), DataWay.streamed()))
                .publish(SamplePublication.shapefile(temp).replacing().write());

        assertThat(fake.state()).contains("database=moved").doesNotContain("database=gis");
    }

    private static String store(Placement placement) {
        return placement.ref().split("/")[1];
    }

    @Test
    void a_layer_that_was_sent_as_files_moves_into_a_table_and_back() {
        LayerCatalog streamed = faked.catalog(DataWay.streamed());
        streamed.publish(SamplePublication.shapefile(temp).write());

        catalog.publish(SamplePublication.shapefile(temp).replacing().write());
        assertThat(fake.state()).contains("of roads in EPSG:4326").doesNotContain("Shapefile");

        streamed.publish(SamplePublication.shapefile(temp).replacing().write());
        assertThat(fake.state()).contains("Shapefile").containsOnlyOnce("feature type roads");
    }

    @Test
    void the_password_is_in_no_text_of_the_way() {
        assertThat(way().toString()).doesNotContain("table-word").contains("gis at db.example");
    }
}
