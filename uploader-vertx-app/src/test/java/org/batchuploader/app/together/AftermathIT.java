package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.program.Program;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleStyle;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service says afterwards: of a style it made harmless, and of a removal that was refused. */
class AftermathIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    static Path house;

    private static Landscape landscape;
    private static Packaged service;
    private static Visitor anna;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        landscape = Landscape.ofFakes(house);
        service = Packaged.start(house, landscape, Map.of());
        anna = service.user("anna");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        landscape.close();
    }

    @Test
    void an_owner_reads_what_became_of_a_style_in_api_page_and_notice() throws Exception {
        String graphic = "<ExternalGraphic><OnlineResource xlink:href='http://10.0.0.1/a.svg'/></ExternalGraphic>";
        Path style = Files.writeString(
                folder.resolve("shops.sld"),
                SampleStyle.ofVersion("1.1.0").graphic(graphic).text());
        List<Path> files = new ArrayList<>(SampleShapefile.points("shops").writeTo(folder));
        files.add(style);

        JsonNode end = anna.ending(anna.upload(new SampleZip().files(files).writeTo(folder.resolve("shops.zip"))));

        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("PUBLISHED");
        JsonNode problem = end.path("datasets").get(0).path("problems").get(0);
        assertThat(problem.path("code").asText()).isEqualTo("STYLE_CHANGED");
        assertThat(problem.path("severity").asText()).isEqualTo("WARNING");
        String sentence = problem.path("sentence").asText();
        assertThat(sentence).contains("drawn without ExternalGraphic").doesNotContain("10.0.0.1");
        assertThat(anna.get("/uploads/" + end.path("id").asText()).body()).contains(sentence, "STYLE_CHANGED");
        assertThat(anna.read("/api/v1/notices").toString())
                .contains(sentence, problem.path("hint").asText());
    }

    @Test
    void an_administrator_sees_a_refused_removal_and_has_it_tried_again() throws Exception {
        Visitor admin = service.administrator();
        String id = anna.upload(
                new Parcels(folder).zip(SampleShapefile.points("stuck").rows(2)));
        anna.ending(id);
        landscape.fakes().geoNetwork().faults().once("delete", Fault.REFUSE);
        anna.send("DELETE", "/api/v1/uploads/" + id, BodyPublishers.noBody());

        JsonNode stuck = await().atMost(LONG)
                .until(() -> admin.read("/api/v1/uploads/" + id).path("stuckRemovals"), JsonNode::isArray)
                .get(0);
        assertThat(stuck.path("layer").asText()).isEqualTo("stuck");
        assertThat(stuck.path("reason").asText()).startsWith("GeoNetwork refused: ");
        assertThat(landscape.served("stuck")).hasValue(2);
        for (String page : List.of("/", "/uploads/" + id)) {
            assertThat(admin.get(page).body()).contains("Not removed", "The layer stuck is still there");
            assertThat(anna.get(page).body()).doesNotContain("Not removed");
        }
        assertThat(anna.read("/api/v1/uploads/" + id).has("stuckRemovals")).isFalse();
        assertThat(anna.get("/api/v1/admin/removals").statusCode()).isEqualTo(403);

        Program.Result listed = Program.run(house, Map.of(), "removals", "--data", "data");
        assertThat(listed.out()).contains(stuck.path("id").asText(), "stuck", "anna", "GeoNetwork refused: ");
        Program.Result retried = Program.run(
                house,
                Map.of(),
                "removals",
                "--data",
                "data",
                "--retry",
                stuck.path("id").asText());
        assertThat(retried.exitCode()).as(retried.err()).isZero();
        await().atMost(LONG).until(() -> landscape.served("stuck").isEmpty());
        await().atMost(LONG)
                .until(() ->
                        admin.read("/api/v1/admin/removals").path("removals").isEmpty());
    }
}
