package org.batchuploader.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.config.ConfigurationLoader;
import org.batchuploader.ftp.FtpSettings;
import org.batchuploader.testkit.sample.Damage;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static Service service;
    private static URI base;
    private static String admin;

    @BeforeAll
    static void start() throws Exception {
        service = start(folder.resolve("data"));
        base = URI.create(service.addresses().get(0));
        admin = "admin:" + service.firstPassword().orElseThrow();
        for (String name : List.of("anna", "bert")) {
            String user = JSON.writeValueAsString(Map.of("name", name, "password", name + "-secret"));
            assertThat(send(admin, "POST", "/api/v1/admin/users", user).statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_zip_becomes_a_layer_with_a_page_for_everybody() throws Exception {
        String id = put("anna", "roads.zip", SampleCrs.WGS_84);
        JsonNode end = ending("anna", id);
        assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(end.path("datasets").get(0).path("crs").toString()).contains("EPSG:4326");
        assertThat(get(null, "/layers/roads/").body()).contains("<title>roads");
        assertThat(get(null, "/layers/roads/data.geojson").body()).contains("FeatureCollection");
        assertThat(get(null, "/layers/roads/../../uploader.mv.db").statusCode()).isEqualTo(404);
    }

    @Test
    void a_missing_projection_is_corrected_without_another_upload() throws Exception {
        String id = put("anna", "lost.zip", null);
        JsonNode waiting = ending("anna", id);
        assertThat(waiting.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        JsonNode problem = waiting.path("datasets").get(0).path("problems").get(0);
        assertThat(problem.path("code").asText()).isEqualTo("CRS_MISSING");
        assertThat(problem.path("candidates")).isNotEmpty();
        String dataset = waiting.path("datasets").get(0).path("id").asText();
        String path = "/api/v1/datasets/" + dataset + "/correction";
        assertThat(send("anna:anna-secret", "POST", path, "{\"crs\":\"EPSG:999999\"}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(send("anna:anna-secret", "POST", path, "{\"crs\":\"EPSG:4267\"}")
                        .statusCode())
                .isBetween(200, 204);
        JsonNode end = ending("anna", id);
        assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(end.path("history").findValuesAsText("state")).contains("NEEDS_CORRECTION", "PUBLISHED");
    }

    @Test
    void coordinate_reference_systems_are_found_by_words_and_by_extent() throws Exception {
        JsonNode named = JSON.readTree(
                get("anna:anna-secret", "/api/v1/crs?q=lambert%2093").body());
        assertThat(named.path("crs").get(0).path("code").asText()).isEqualTo("EPSG:2154");
        JsonNode placed = JSON.readTree(get("anna:anna-secret", "/api/v1/crs?extent=2600000,1200000,2650000,1230000")
                .body());
        assertThat(placed.path("crs").findValuesAsText("code")).contains("EPSG:2056");
        assertThat(get("anna:anna-secret", "/api/v1/crs").statusCode()).isEqualTo(400);
        assertThat(get("anna:anna-secret", "/api/v1/crs?extent=1,2,3").statusCode())
                .isEqualTo(400);
        assertThat(get(null, "/api/v1/crs?q=utm").statusCode()).isEqualTo(401);
    }

    @Test
    void another_owners_things_are_not_there_and_an_administrator_sees_all() throws Exception {
        String id = put("anna", "private.zip", SampleCrs.WGS_84);
        assertThat(get("bert:bert-secret", "/api/v1/uploads/" + id).statusCode())
                .isEqualTo(404);
        assertThat(send("bert:bert-secret", "DELETE", "/api/v1/uploads/" + id, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("bert:bert-secret", "POST", "/api/v1/uploads/" + id + "/retry", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("bert:bert-secret", "/api/v1/admin/users").statusCode()).isIn(403, 404);
        assertThat(get(admin, "/api/v1/uploads/" + id).statusCode()).isEqualTo(200);
        assertThat(get(null, "/api/v1/uploads/" + id).statusCode()).isEqualTo(401);
    }

    @Test
    void names_that_are_none_are_refused_with_a_code() throws Exception {
        for (String name : List.of("..%2Fx.zip", "a%00b.zip", "x".repeat(300) + ".zip")) {
            HttpResponse<String> answer = send("anna:anna-secret", "PUT", "/api/v1/uploads/" + name, "x");
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("NAME_INVALID");
        }
    }

    @Test
    void a_hopeless_file_is_refused_while_it_arrives_with_its_code() throws Exception {
        Path jpeg = Damage.replaceByJpeg(folder.resolve("jpeg"));
        HttpResponse<String> put = CLIENT.send(
                request("anna:anna-secret", "/api/v1/uploads/picture.shp")
                        .PUT(BodyPublishers.ofFile(jpeg))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> form = CLIENT.send(
                request("anna:anna-secret", "/api/v1/uploads")
                        .header("Content-Type", "multipart/form-data; boundary=xyz")
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString("--xyz\r\nContent-Disposition: form-data; name=\"file\";"
                                        + " filename=\"picture.shp\"\r\n\r\n"),
                                BodyPublishers.ofFile(jpeg),
                                BodyPublishers.ofString("\r\n--xyz--\r\n")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        for (HttpResponse<String> answer : List.of(put, form)) {
            assertThat(answer.statusCode()).isEqualTo(415);
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("code").asText()).isEqualTo("FORMAT_UNSUPPORTED");
            assertThat(problem.path("detail").asText()).contains("picture.shp").contains("JPEG");
        }
        Path secret =
                new SampleZip().entry("roads.shp", new byte[2000]).encrypted().writeTo(folder.resolve("secret.zip"));
        HttpResponse<String> answer = CLIENT.send(
                request("anna:anna-secret", "/api/v1/uploads/secret.zip")
                        .PUT(BodyPublishers.ofFile(secret))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ARCHIVE_ENCRYPTED");
    }

    @Test
    void the_same_bytes_again_are_recognised_and_published_without_a_second_layer() throws Exception {
        String first = put("bert", "twins.zip", SampleCrs.WGS_84);
        ending("bert", first);
        HttpResponse<String> again = CLIENT.send(
                request("bert:bert-secret", "/api/v1/uploads/twins.zip")
                        .PUT(BodyPublishers.ofFile(folder.resolve("twins.zip")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode receipt = JSON.readTree(again.body());
        assertThat(receipt.path("sameBytesAs").asText()).isEqualTo(first);
        assertThat(receipt.path("next").asText()).contains("the same bytes as upload " + first);
        JsonNode end = ending("bert", receipt.path("id").asText());
        assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(end.path("history").findValuesAsText("reason"))
                .contains("published already from the same bytes; nothing was done again");
        assertThat(get(null, "/layers/twins/").statusCode()).isEqualTo(200);
        assertThat(get(null, "/layers/twins_2/").statusCode()).isEqualTo(404);
    }

    @Test
    void a_published_layer_is_taken_down_everywhere() throws Exception {
        String id = put("anna", "shortlived.zip", SampleCrs.WGS_84);
        ending("anna", id);
        assertThat(get(null, "/layers/shortlived/").statusCode()).isEqualTo(200);
        assertThat(send("anna:anna-secret", "DELETE", "/api/v1/uploads/" + id, "")
                        .statusCode())
                .isBetween(200, 204);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(null, "/layers/shortlived/").statusCode())
                        .isEqualTo(404));
    }

    private static Service start(Path data) throws IOException {
        var configuration = new ConfigurationLoader()
                .option("data.folder", data, "--data")
                .option("http.port", 0, "--http-port")
                .load()
                .configuration();
        return Service.start(configuration, FtpSettings.DEFAULT.withEnabled(false), EnumSet.allOf(Role.class));
    }

    private static String put(String user, String zip, @Nullable String crs) throws Exception {
        String name = zip.replace(".zip", "");
        Path parts = Files.createDirectories(folder.resolve("sent").resolve(name));
        Path file = new SampleZip()
                .files(SampleShapefile.points(name).crs(crs).rows(10).writeTo(parts))
                .writeTo(folder.resolve(zip));
        HttpResponse<String> answer = CLIENT.send(
                request(user + ":" + user + "-secret", "/api/v1/uploads/" + zip)
                        .PUT(BodyPublishers.ofFile(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        String id = JSON.readTree(answer.body()).path("id").asText();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/uploads/" + id);
        return id;
    }

    private static JsonNode ending(String user, String id) {
        List<String> endings = List.of("PUBLISHED", "NEEDS_CORRECTION", "FAILED", "CANCELLED");
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(get(user + ":" + user + "-secret", "/api/v1/uploads/" + id)
                                .body()),
                        upload -> endings.contains(upload.path("state").asText()));
    }

    private static HttpResponse<String> get(@Nullable String login, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(request(login, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String login, String method, String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(login, path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(@Nullable String login, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base.toString().replaceAll("/$", "") + path))
                .timeout(Duration.ofSeconds(30));
        return login == null
                ? request
                : request.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
}
