package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, what people do with it, and what then is in GeoServer, GeoNode and GeoNetwork. */
class TogetherIT {
    /** Of this run, so that real systems may hold the leftovers of another one. */
    private static final String RUN = "t" + Long.toString(System.nanoTime() % 1_000_000_000, 36) + "_";

    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    static Path house;

    private static Landscape landscape;
    private static Packaged service;
    private static Visitor anna;
    private static Visitor bert;

    @TempDir
    Path folder;

    private final Set<String> names = new LinkedHashSet<>();
    private String scene = "";
    private Parcels parcels;

    @BeforeAll
    static void start() throws Exception {
        landscape = Landscape.open(house);
        service = Packaged.start(house, landscape, Map.of());
        anna = service.user("anna");
        bert = service.user("bert");
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        landscape.close();
        Path table = Files.write(Path.of("target", "together.txt"), TABLE);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Files.readAllLines(table).forEach(out::println);
    }

    @BeforeEach
    void name(TestInfo test) {
        parcels = new Parcels(folder);
        scene = test.getDisplayName().replaceAll("\\(.*", "").replace('_', ' ');
    }

    @AfterEach
    void note() {
        landscape
                .state()
                .lines()
                .filter(line -> names.stream().anyMatch(line::contains))
                .forEach(line -> TABLE.add("    " + line.strip()));
    }

    @Test
    void a_shapefile_by_ftp_is_in_all_three() throws Exception {
        String name = RUN + "roads";
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.points(name).rows(7));
        }
        shown(Packaged.published(anna, name), name, 7);
    }

    @Test
    void a_zip_of_three_is_three_layers() throws Exception {
        SampleZip zip = new SampleZip();
        List<String> names = List.of(RUN + "one", RUN + "two", RUN + "three");
        for (String name : names) {
            zip.files(SampleShapefile.polygons(name).rows(3).writeTo(Files.createDirectories(folder.resolve(name))));
        }
        JsonNode end = anna.ending(anna.upload(zip.writeTo(folder.resolve(RUN + "atlas.zip"))));
        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("PUBLISHED");
        assertThat(end.path("datasets")).hasSize(3);
        for (String name : names) {
            shown(end, name, 3);
        }
    }

    @Test
    void a_geotiff_is_a_coverage() throws Exception {
        String name = RUN + "height";
        Path tiff = SampleGeoTiff.named(name + ".tif").writeTo(folder);
        shown(anna.ending(anna.upload(tiff)), name, 1);
    }

    @Test
    void without_a_prj_nothing_is_anywhere_until_its_owner_says_the_crs() throws Exception {
        String name = RUN + "lost";
        String id = anna.upload(parcels.zip(SampleShapefile.points(name).crs(null)));
        JsonNode waiting = anna.ending(id);
        assertThat(waiting.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        assertThat(landscape.served(name)).isEmpty();
        assertThat(landscape.dataset(name)).isEmpty();
        Packaged.correct(anna, waiting, Map.of("crs", "EPSG:4326"));
        shown(anna.ending(id), name, SampleShapefile.points(name).rows());
    }

    @Test
    void a_rename_by_ftp_takes_the_layer_along_and_leaves_nothing_behind() throws Exception {
        String name = RUN + "lanes";
        String uuid;
        JsonNode first;
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.points(name).rows(4));
            first = Packaged.published(anna, name);
            uuid = shown(first, name, 4);
            ftp.rename(name + ".shp", RUN + "Ways of Old.shp");
        }
        String renamed = RUN + "ways_of_old";
        await().atMost(Duration.ofMinutes(1))
                .until(() -> anna.read("/api/v1/uploads/" + first.path("id").asText()), end -> end.path("datasets")
                        .get(0)
                        .path("layer")
                        .asText()
                        .equals(renamed));
        JsonNode end = anna.ending(first.path("id").asText());
        String newer = shown(end, renamed, 4);
        assertThat(landscape.dataset(renamed).orElseThrow().path("title").asText())
                .isEqualTo(RUN + "Ways of Old");
        gone(name, uuid);
        assertThat(newer).isNotEqualTo(uuid);
    }

    @Test
    void a_rename_by_the_api_does_so_too() throws Exception {
        String name = RUN + "paths";
        JsonNode first = anna.ending(anna.upload(parcels.zip(SampleShapefile.points(name))));
        String uuid = shown(first, name, SampleShapefile.points(name).rows());
        Packaged.correct(anna, first, Map.of("name", RUN + "trails"));
        JsonNode end = anna.ending(first.path("id").asText());
        shown(end, RUN + "trails", SampleShapefile.points(name).rows());
        gone(name, uuid);
    }

    @Test
    void a_delete_by_ftp_takes_the_layer_down_everywhere() throws Exception {
        String name = RUN + "ponds";
        String uuid;
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.polygons(name).rows(5));
            uuid = shown(Packaged.published(anna, name), name, 5);
            ftp.delete(name + ".shp");
        }
        gone(name, uuid);
    }

    @Test
    void the_same_file_again_by_its_owner_replaces() throws Exception {
        String name = RUN + "trees";
        String before;
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.points(name).rows(2));
            before = shown(Packaged.published(anna, name), name, 2);
            parcels.store(ftp, SampleShapefile.points(name).rows(9));
            await().atMost(Duration.ofMinutes(1)).until(() -> landscape.served(name), OptionalLong.of(9)::equals);
        }
        assertThat(shown(Packaged.published(anna, name), name, 9)).isEqualTo(before);
    }

    @Test
    void a_shapefile_in_metres_lies_where_it_lies_in_degrees() throws Exception {
        String name = RUN + "meadows";
        SampleShapefile sample = SampleShapefile.polygons(name)
                .rows(6)
                .crs(SampleCrs.NAD_83_UTM_17N)
                .within(480_000, 3_900_000, 520_000, 3_940_000);
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, sample);
        }
        String uuid = shown(Packaged.published(anna, name), name, 6);
        assertThat(landscape.degrees(name))
                .as("35 degrees of latitude and around the middle meridian of the zone")
                .matches(box -> box.minX() > -81.3 && box.maxX() < -80.7 && box.minY() > 35.2 && box.maxY() < 35.7);
        assertThat(landscape.record(uuid).orElseThrow()).contains(">26917<", ">-81.");
    }

    @Test
    void the_same_name_by_ftp_of_another_owner_gets_a_layer_of_its_own_and_is_told() throws Exception {
        String name = RUN + "hedges";
        try (FtpVisitor ftp = service.ftp("anna")) {
            parcels.store(ftp, SampleShapefile.lines(name).rows(3));
        }
        String annas = shown(Packaged.published(anna, name), name, 3);
        try (FtpVisitor ftp = service.ftp("bert")) {
            parcels.store(ftp, SampleShapefile.lines(name).rows(8));
            JsonNode berts = Packaged.published(bert, name + "_2");
            assertThat(berts.toString()).contains("NAME_CHANGED");
            assertThat(shown(berts, name + "_2", 8)).isNotEqualTo(annas);
            assertThat(bert.read("/api/v1/notices").toString()).contains(name + "_2");
            ftp.delete(name + ".shp");
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> landscape.served(name + "_2").isEmpty());
        assertThat(landscape.seen(name, annas))
                .isEqualTo("GeoServer 3 served, GeoNode \"" + name + "\", GeoNetwork record");
    }

    @Test
    void the_same_name_by_another_owner_gets_a_layer_of_its_own() throws Exception {
        String name = RUN + "parks";
        String annas = shown(
                anna.ending(anna.upload(parcels.zip(SampleShapefile.points(name).rows(2)))), name, 2);
        JsonNode berts =
                bert.ending(bert.upload(parcels.zip(SampleShapefile.points(name).rows(6))));
        assertThat(berts.toString()).contains("NAME_CHANGED");
        assertThat(shown(berts, name + "_2", 6)).isNotEqualTo(annas);
        assertThat(landscape.served(name)).hasValue(2);
        assertThat(bert.send("DELETE", "/api/v1/uploads/" + berts.path("id").asText(), BodyPublishers.noBody())
                        .statusCode())
                .isLessThan(300);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> landscape.served(name + "_2").isEmpty());
        assertThat(landscape.seen(name, annas))
                .isEqualTo("GeoServer 2 served, GeoNode \"" + name + "\", GeoNetwork record");
    }

    /** The layer's universal identifier, after all three were seen to have it. */
    private String shown(JsonNode upload, String name, long features) {
        names.add(name);
        assertThat(upload.path("state").asText()).as(upload.toPrettyString()).isEqualTo("PUBLISHED");
        assertThat(landscape.served(name))
                .as("features of " + name + " in GeoServer")
                .hasValue(features);
        JsonNode dataset = landscape.dataset(name).orElseThrow(() -> new AssertionError("GeoNode has no " + name));
        String uuid = dataset.path("uuid").asText();
        assertThat(landscape.record(uuid)).as("record of " + name).hasValueSatisfying(record -> assertThat(record)
                .contains(dataset.path("title").asText(), name));
        TABLE.add(scene + ": " + name + ": " + landscape.seen(name, uuid));
        return uuid;
    }

    private void gone(String name, String uuid) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(landscape.seen(name, uuid))
                .isEqualTo("GeoServer -, GeoNode -, GeoNetwork -"));
        assertThat(landscape.state()).doesNotContain(uuid);
        TABLE.add(scene + ": " + name + ": " + landscape.seen(name, uuid));
    }
}
