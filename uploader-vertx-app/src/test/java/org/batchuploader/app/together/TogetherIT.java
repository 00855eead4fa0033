package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
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
import org.batchuploader.app.program.Program;
import org.batchuploader.app.service.Visitor;
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
    private static Program program;
    private static Visitor anna;
    private static Visitor bert;

    @TempDir
    Path folder;

    private final Set<String> names = new LinkedHashSet<>();
    private String scene = "";

    @BeforeAll
    static void start() throws Exception {
        landscape = Landscape.open(house);
        program = Program.start(
                        house,
                        Map.of("UPLOADER_ASSEMBLING_QUIET", "300ms", "UPLOADER_FTP_IDLETIMEOUT", "5m"),
                        "serve",
                        "--data",
                        "data",
                        "--config",
                        landscape.configuration(),
                        "--http-port",
                        "0",
                        "--ftp-port",
                        "0")
                .ready();
        anna = user("anna");
        bert = user("bert");
    }

    @AfterAll
    static void stop() throws Exception {
        if (program != null) {
            program.close();
        }
        landscape.close();
        Path table = Files.write(Path.of("target", "together.txt"), TABLE);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Files.readAllLines(table).forEach(out::println);
    }

    @BeforeEach
    void name(TestInfo test) {
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
        try (FtpVisitor ftp = ftp("anna")) {
            store(ftp, SampleShapefile.points(name).rows(7));
        }
        shown(published(anna, name), name, 7);
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
        shown(ended(anna, anna.upload(tiff)), name, 1);
    }

    @Test
    void without_a_prj_nothing_is_anywhere_until_its_owner_says_the_crs() throws Exception {
        String name = RUN + "lost";
        String id = anna.upload(zip(SampleShapefile.points(name).crs(null)));
        JsonNode waiting = anna.ending(id);
        assertThat(waiting.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        assertThat(landscape.served(name)).isEmpty();
        assertThat(landscape.dataset(name)).isEmpty();
        correct(anna, waiting, Map.of("crs", "EPSG:4326"));
        shown(ended(anna, id), name, SampleShapefile.points(name).rows());
    }

    @Test
    void a_rename_by_ftp_takes_the_layer_along_and_leaves_nothing_behind() throws Exception {
        String name = RUN + "lanes";
        String uuid;
        JsonNode first;
        try (FtpVisitor ftp = ftp("anna")) {
            store(ftp, SampleShapefile.points(name).rows(4));
            first = published(anna, name);
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
        JsonNode end = ended(anna, first.path("id").asText());
        String newer = shown(end, renamed, 4);
        assertThat(landscape.dataset(renamed).orElseThrow().path("title").asText())
                .isEqualTo(RUN + "Ways of Old");
        gone(name, uuid);
        assertThat(newer).isNotEqualTo(uuid);
    }

    @Test
    void a_rename_by_the_api_does_so_too() throws Exception {
        String name = RUN + "paths";
        JsonNode first = ended(anna, anna.upload(zip(SampleShapefile.points(name))));
        String uuid = shown(first, name, SampleShapefile.points(name).rows());
        correct(anna, first, Map.of("name", RUN + "trails"));
        JsonNode end = ended(anna, first.path("id").asText());
        shown(end, RUN + "trails", SampleShapefile.points(name).rows());
        gone(name, uuid);
    }

    @Test
    void a_delete_by_ftp_takes_the_layer_down_everywhere() throws Exception {
        String name = RUN + "ponds";
        String uuid;
        try (FtpVisitor ftp = ftp("anna")) {
            store(ftp, SampleShapefile.polygons(name).rows(5));
            uuid = shown(published(anna, name), name, 5);
            ftp.delete(name + ".shp");
        }
        gone(name, uuid);
    }

    @Test
    void the_same_file_again_by_its_owner_replaces() throws Exception {
        String name = RUN + "trees";
        String before;
        try (FtpVisitor ftp = ftp("anna")) {
            store(ftp, SampleShapefile.points(name).rows(2));
            before = shown(published(anna, name), name, 2);
            store(ftp, SampleShapefile.points(name).rows(9));
            await().atMost(Duration.ofMinutes(1)).until(() -> landscape.served(name), OptionalLong.of(9)::equals);
        }
        assertThat(shown(published(anna, name), name, 9)).isEqualTo(before);
    }

    @Test
    void the_same_name_by_another_owner_gets_a_layer_of_its_own() throws Exception {
        String name = RUN + "parks";
        String annas =
                shown(ended(anna, anna.upload(zip(SampleShapefile.points(name).rows(2)))), name, 2);
        JsonNode berts =
                ended(bert, bert.upload(zip(SampleShapefile.points(name).rows(6))));
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

    private static JsonNode ended(Visitor visitor, String id) {
        return visitor.ending(id);
    }

    /** The newest upload whose layer bears that name, published. */
    private static JsonNode published(Visitor visitor, String layer) {
        return await("published " + layer)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> newest(visitor, layer),
                        upload -> upload.path("state").asText().equals("PUBLISHED"));
    }

    private static JsonNode newest(Visitor visitor, String layer) throws Exception {
        for (JsonNode upload : visitor.read("/api/v1/uploads").path("uploads")) {
            JsonNode whole = visitor.read("/api/v1/uploads/" + upload.path("id").asText());
            if (whole.path("datasets").path(0).path("layer").asText().equals(layer)) {
                return whole;
            }
        }
        return MissingNode.getInstance();
    }

    private static void correct(Visitor visitor, JsonNode upload, Object correction) throws Exception {
        String dataset = upload.path("datasets").get(0).path("id").asText();
        assertThat(visitor.json("POST", "/api/v1/datasets/" + dataset + "/correction", correction)
                        .statusCode())
                .isEqualTo(202);
    }

    private void store(FtpVisitor ftp, SampleShapefile sample) throws IOException {
        for (Path part : sample.writeTo(Files.createDirectories(folder.resolve("sent")))) {
            ftp.store(part, part.getFileName().toString());
        }
    }

    private Path zip(SampleShapefile sample) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("parts").resolve(sample.base() + sample.rows()));
        return new SampleZip().files(sample.writeTo(parts)).writeTo(folder.resolve(sample.base() + ".zip"));
    }

    private static Visitor user(String name) throws IOException {
        Program.Result added = Program.run(
                house, Map.of("UPLOADER_PASSWORD", name + "-secret"), "user", "--data", "data", "add", name);
        assertThat(added.exitCode()).as(added.err()).isZero();
        return program.visitor(name + ":" + name + "-secret");
    }

    private static FtpVisitor ftp(String name) throws IOException {
        return new FtpVisitor(program.address("ftp"), name, name + "-secret");
    }
}
