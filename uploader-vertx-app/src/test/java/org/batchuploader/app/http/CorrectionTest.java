package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionTest {
    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_crs_lets_a_dataset_go_on_and_the_history_tells_both() throws Exception {
        JsonNode waiting = delivered(SampleShapefile.points("nowhere").crs(null));
        assertThat(waiting.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        JsonNode problem = dataset(waiting).path("problems").get(0);
        assertThat(problem.path("code").asText()).isEqualTo("CRS_MISSING");
        assertThat(problem.path("awaits").asText()).isEqualTo("CRS");
        assertThat(problem.path("candidates")).isNotEmpty();
        JsonNode end = corrected(waiting, Map.of("crs", "EPSG:4267"));
        assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(dataset(end).path("crs").asText()).isEqualTo("EPSG:4267");
        assertThat(end.path("history").findValuesAsText("state")).contains("NEEDS_CORRECTION", "PUBLISHED");
    }

    @Test
    void a_charset_changes_how_the_text_is_read() throws Exception {
        Charset polish = Charset.forName("windows-1250");
        JsonNode first = delivered(SampleShapefile.points("polish")
                .charset(polish)
                .undeclared()
                .languageDriver(0x03)
                .text("\u0141\u00f3d\u017a"));
        assertThat(first.path("state").asText()).isEqualTo("PUBLISHED");
        JsonNode end = corrected(first, Map.of("charset", "windows-1250"));
        assertThat(dataset(end).path("charset").asText()).isEqualToIgnoringCase("windows-1250");
        String preview = new String(
                house.anna().bytes(dataset(end).path("preview").asText()).body(), StandardCharsets.UTF_8);
        assertThat(preview).contains("\u0141\u00f3d\u017a");
    }

    @Test
    void a_name_moves_the_layer_there() throws Exception {
        JsonNode first = delivered(SampleShapefile.points("plain"));
        JsonNode end = corrected(first, Map.of("name", "Stra\u00dfen & Wege"));
        assertThat(dataset(end).path("layer").asText()).isEqualTo("strassen_wege");
        assertThat(house.stranger().get("/layers/strassen_wege/").statusCode()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(house.stranger().get("/layers/plain/").statusCode()).isEqualTo(404));
    }

    @Test
    void a_taken_name_waits_and_overwrite_takes_ones_own_but_never_anothers() throws Exception {
        delivered(SampleShapefile.points("bridges"));
        JsonNode other = delivered(SampleShapefile.points("newbridges"));
        JsonNode taken = corrected(other, Map.of("name", "bridges"));
        assertThat(taken.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        assertThat(dataset(taken).path("problems").findValuesAsText("code")).contains("NAME_TAKEN");
        JsonNode end = corrected(taken, Map.of("overwrite", true));
        assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(dataset(end).path("layer").asText()).isEqualTo("bridges");

        String berts = house.bert().upload(house.zip(SampleShapefile.points("berts")));
        JsonNode hers = house.bert().ending(berts);
        HttpResponse<String> answer = correct(house.bert(), hers, Map.of("name", "bridges", "overwrite", true));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode refused = house.bert().ending(berts);
        assertThat(refused.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        assertThat(dataset(house.anna().ending(end.path("id").asText()))
                        .path("layer")
                        .asText())
                .isEqualTo("bridges");
    }

    @Test
    void what_cannot_be_used_is_refused_with_a_code_and_changes_nothing() throws Exception {
        JsonNode waiting = delivered(SampleShapefile.points("waits").crs(null));
        Visitor anna = house.anna();
        Refused.with(422, "CRS_UNRECOGNISED", correct(anna, waiting, Map.of("crs", "EPSG:999999")));
        Refused.with(422, "CRS_UNRECOGNISED", correct(anna, waiting, Map.of("crs", "")));
        Refused.with(422, "CHARSET_INVALID", correct(anna, waiting, Map.of("charset", "klingon")));
        Refused.with(422, "CHARSET_INVALID", correct(anna, waiting, Map.of("charset", "\u0000")));
        Refused.with(422, "CORRECTION_INVALID", correct(anna, waiting, Map.of("name", " ")));
        Refused.with(422, "CORRECTION_INVALID", correct(anna, waiting, Map.of("name", "x".repeat(201))));
        Refused.with(422, "CORRECTION_INVALID", correct(anna, waiting, Map.of()));
        for (String wrong : List.of(
                "",
                "crs=EPSG:4326",
                "null",
                "[]",
                "\"EPSG:4326\"",
                "{\"crs\":\"EPSG:4326\"",
                "{\"crs\":\"EPSG:4326\"} {}",
                "{\"projection\":\"EPSG:4326\"}",
                "{\"crs\":4326}",
                "{\"crs\":{\"code\":4326}}",
                "{\"crs\":[\"EPSG:4326\"]}",
                "{\"charset\":true}",
                "{\"overwrite\":\"yes\"}",
                "{\"overwrite\":\"true\"}",
                "{\"overwrite\":1}")) {
            Refused.with(400, "JSON_INVALID", correct(anna, waiting, wrong));
        }
        Refused.with(413, "TOO_LARGE", correct(anna, waiting, Map.of("name", "x".repeat(100_000))));
        JsonNode after = anna.read("/api/v1/uploads/" + waiting.path("id").asText());
        assertThat(after.path("state").asText()).isEqualTo("NEEDS_CORRECTION");
        assertThat(after.path("history")).hasSize(waiting.path("history").size());
    }

    @Test
    void a_mistyped_key_is_named_with_those_there_are() throws Exception {
        JsonNode waiting = delivered(SampleShapefile.points("mistyped").crs(null));
        HttpResponse<String> answer = correct(house.anna(), waiting, Map.of("projection", "EPSG:4326"));
        assertThat(answer.body()).contains("projection", "crs", "charset", "name", "overwrite");
    }

    @Test
    void another_owners_dataset_cannot_be_corrected() throws Exception {
        JsonNode waiting = delivered(SampleShapefile.points("guarded").crs(null));
        Refused.with(404, "NOT_FOUND", correct(house.bert(), waiting, Map.of("crs", "EPSG:4326")));
        Refused.with(401, "UNAUTHORIZED", correct(house.stranger(), waiting, Map.of("crs", "EPSG:4326")));
        assertThat(correct(house.admin(), waiting, Map.of("crs", "EPSG:4326")).statusCode())
                .isEqualTo(202);
    }

    private static JsonNode delivered(SampleShapefile sample) throws Exception {
        return house.anna().ending(house.anna().upload(house.zip(sample)));
    }

    private static HttpResponse<String> correct(Visitor visitor, JsonNode upload, Object correction) throws Exception {
        return visitor.json(
                "POST", "/api/v1/datasets/" + dataset(upload).path("id").asText() + "/correction", correction);
    }

    private static JsonNode corrected(JsonNode upload, Object correction) throws Exception {
        HttpResponse<String> answer = correct(house.anna(), upload, correction);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .contains(upload.path("href").asText());
        return house.anna().ending(upload.path("id").asText());
    }

    private static JsonNode dataset(JsonNode upload) {
        return upload.path("datasets").get(0);
    }
}
