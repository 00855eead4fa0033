package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgisExtension;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service that loads vector data into a real PostGIS: what people do, and what then is in the database. */
@ExtendWith(PostgisExtension.class)
class PostgisIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String REST = ", key fid, gist the_geom";

    @TempDir
    static Path house;

    private static Landscape landscape;
    private static LayerDatabase database;
    private static Packaged service;
    private static Visitor anna;

    @TempDir
    Path folder;

    private Parcels parcels;

    @BeforeAll
    static void start(EmbeddedPostgres server) throws Exception {
        database = LayerDatabase.make(server);
        landscape = Landscape.ofFakes(house);
        service = Packaged.start(house, landscape, database.environment());
        anna = service.user("anna");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        landscape.close();
    }

    @BeforeEach
    void pack() {
        parcels = new Parcels(folder);
    }

    @AfterEach
    void nothing_is_left_of_any_load() throws Exception {
        landscape.fakes().all().forEach(fake -> fake.faults().clear());
        assertThat(database.tables()).noneMatch(name -> name.contains("-"));
    }

    @Test
    void a_shapefile_by_ftp_becomes_a_table_with_key_and_spatial_index_that_geoserver_may_read() throws Exception {
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.points("roads").rows(7));
        }
        Packaged.published(anna, "roads");
        assertThat(database.described("roads")).isEqualTo("7 POINT in 4326" + REST);
        assertThat(landscape.served("roads")).hasValue(7);
        assertThat(landscape.state()).containsPattern("store roads_\\w+: PostGIS");
    }

    @Test
    void a_zip_by_http_in_metres_keeps_its_own_crs() throws Exception {
        SampleShapefile fields = SampleShapefile.polygons("fields")
                .rows(12)
                .crs(SampleCrs.WEB_MERCATOR)
                .within(1_200_000, 6_100_000, 1_210_000, 6_110_000);
        published(anna.upload(parcels.zip(fields)));
        assertThat(database.described("fields")).isEqualTo("12 MULTIPOLYGON in 3857" + REST);
        assertThat(landscape.served("fields")).hasValue(12);
    }

    @Test
    void a_raster_needs_no_table() throws Exception {
        published(anna.upload(SampleGeoTiff.named("height.tif").writeTo(folder)));
        assertThat(database.described("height")).isEqualTo("none");
        assertThat(landscape.served("height")).hasValue(1);
    }

    @Test
    void a_new_delivery_takes_the_place_of_the_old_rows_and_nobody_sees_a_part_of_it() throws Exception {
        published(anna.upload(parcels.zip(SampleShapefile.points("trees").rows(3_000))));
        Path more = parcels.zip(SampleShapefile.points("trees").rows(60_000));
        assertThat(database.countsDuring("trees", () -> published(anna.upload(more))))
                .containsExactly(3_000L, 60_000L);
        assertThat(database.described("trees")).isEqualTo("60000 POINT in 4326" + REST);
        assertThat(landscape.served("trees")).hasValue(60_000);
    }

    @Test
    void a_rename_by_ftp_is_a_new_table_and_the_end_of_the_old_one() throws Exception {
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.lines("lanes").rows(4));
            Packaged.published(anna, "lanes");
            ftp.rename("lanes.shp", "ways.shp");
        }
        Packaged.published(anna, "ways");
        assertThat(database.described("ways")).isEqualTo("4 MULTILINESTRING in 4326" + REST);
        awaitNoTable("lanes");
        assertThat(landscape.served("ways")).hasValue(4);
        assertThat(landscape.served("lanes")).isEmpty();
    }

    @Test
    void a_delete_by_ftp_drops_the_table() throws Exception {
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.points("ponds").rows(5));
            Packaged.published(anna, "ponds");
            ftp.delete("ponds.shp");
        }
        awaitNoTable("ponds");
        assertThat(landscape.served("ponds")).isEmpty();
    }

    @Test
    void a_take_down_by_the_api_drops_the_table_and_leaves_the_neighbours() throws Exception {
        published(anna.upload(parcels.zip(SampleShapefile.points("stays").rows(2))));
        String id = anna.upload(parcels.zip(SampleShapefile.points("goes").rows(2)));
        published(id);
        assertThat(anna.send("DELETE", "/api/v1/uploads/" + id, BodyPublishers.noBody())
                        .statusCode())
                .isLessThan(300);
        awaitNoTable("goes");
        assertThat(database.described("stays")).startsWith("2 ");
        assertThat(landscape.served("stays")).hasValue(2);
    }

    @Test
    void what_waits_for_its_crs_has_no_table() throws Exception {
        String id =
                anna.upload(parcels.zip(SampleShapefile.points("lost").rows(3).crs(null)));
        JsonNode waiting = anna.ending(id);
        assertThat(waiting.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        assertThat(database.described("lost")).isEqualTo("none");
        Packaged.correct(anna, waiting, Map.of("crs", "EPSG:4326"));
        published(id);
        assertThat(database.described("lost")).isEqualTo("3 POINT in 4326" + REST);
    }

    @Test
    void a_refusal_of_the_metadata_leaves_no_table() throws Exception {
        landscape.fakes().geoNetwork().faults().on("put", Fault.REFUSE);
        JsonNode end = anna.ending(
                anna.upload(parcels.zip(SampleShapefile.points("unwanted").rows(3))));
        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("FAILED");
        awaitNoTable("unwanted");
        assertThat(landscape.served("unwanted")).isEmpty();
    }

    @Test
    void a_refusal_of_a_new_delivery_brings_the_rows_before_back() throws Exception {
        published(anna.upload(parcels.zip(SampleShapefile.points("kept").rows(4))));
        landscape.fakes().geoNetwork().faults().once("put", Fault.REFUSE);
        JsonNode end = anna.ending(
                anna.upload(parcels.zip(SampleShapefile.points("kept").rows(9))));
        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("FAILED");
        await().atMost(LONG).until(() -> database.described("kept"), ("4 POINT in 4326" + REST)::equals);
        await().atMost(LONG).until(() -> landscape.served("kept"), OptionalLong.of(4)::equals);
    }

    private static void awaitNoTable(String table) {
        await("the end of " + table).atMost(LONG).until(() -> !database.tables().contains(table));
    }

    private static JsonNode published(String upload) {
        JsonNode end = anna.ending(upload);
        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("PUBLISHED");
        return end;
    }
}
