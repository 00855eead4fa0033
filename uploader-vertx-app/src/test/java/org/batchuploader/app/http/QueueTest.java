package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service says of its queue, and to whom. */
class QueueTest {
    private static final String ELSEWHERE = "203.0.113.9";

    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(folder);
        house.anna().ending(house.anna().upload(house.zip(SampleShapefile.points("counted"))));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void an_owner_sees_nothing_of_others_in_the_queue_and_nobody_sees_anything() throws Exception {
        JsonNode queue = house.anna().read("/api/v1/queue");
        assertThat(queue.fieldNames()).toIterable().containsExactlyInAnyOrder("at", "waiting", "running", "uploads");
        assertThat(house.stranger().get("/api/v1/queue").statusCode()).isEqualTo(401);
    }

    @Test
    void an_administrator_sees_everybodys_tasks_counted() throws Exception {
        JsonNode all = house.admin().read("/api/v1/queue").path("all");
        assertThat(all.path("waiting").isNumber()).isTrue();
        assertThat(all.path("running").isNumber()).isTrue();
        assertThat(all.path("dead").asLong()).isZero();
        assertThat(all.path("process").asText()).contains("@");
        assertThat(List.of("tasks", "gates", "givenUp"))
                .allMatch(list -> all.path(list).isArray());
    }

    @Test
    void metrics_are_for_this_machine_and_for_administrators_from_elsewhere() throws Exception {
        assertThat(house.stranger().get("/metrics").statusCode()).isEqualTo(200);
        HttpResponse<String> nobody = fromElsewhere(house.stranger());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).contains("UNAUTHORIZED");
        assertThat(fromElsewhere(house.anna()).statusCode()).isEqualTo(403);
        HttpResponse<String> admin = fromElsewhere(house.admin());
        assertThat(admin.statusCode()).isEqualTo(200);
        assertThat(admin.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(house.admin().json("POST", "/metrics", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void metrics_tell_what_was_done_and_name_nobody() throws Exception {
        Exposition metrics = Exposition.of(house.stranger().get("/metrics").body());
        assertThat(metrics.value("uploader_claims_total{work=\"open\"}")).isGreaterThanOrEqualTo(1);
        assertThat(metrics.value("uploader_task_seconds_count{ending=\"done\",work=\"publish\"}"))
                .isGreaterThanOrEqualTo(1);
        assertThat(metrics.value("uploader_step_seconds_count{ending=\"done\",step=\"inspect\"}"))
                .isGreaterThanOrEqualTo(1);
        assertThat(metrics.value("uploader_step_seconds_bucket{ending=\"done\",step=\"catalog\",le=\"600.0\"}"))
                .isGreaterThanOrEqualTo(1);
        assertThat(metrics.value("uploader_dataset_endings_total{state=\"PUBLISHED\"}"))
                .isGreaterThanOrEqualTo(1);
        assertThat(metrics.value("uploader_received_bytes_total")).isGreaterThan(100);
        assertThat(metrics.value("uploader_queue_tasks{state=\"waiting\"}")).isZero();
        assertThat(metrics.value("uploader_queue_oldest_seconds")).isZero();
        assertThat(metrics.value("hikaricp_connections{pool=\"uploader-database\"}"))
                .isPositive();
        assertThat(metrics.names())
                .contains("jvm_memory_used_bytes", "process_uptime_seconds", "process_files_open_files");
        assertThat(metrics.labels()).doesNotContain("owner", "layer", "file", "upload");
        assertThat(metrics.text()).doesNotContain("anna", "counted");
    }

    @Test
    void whoever_wants_no_metrics_has_none_and_whoever_wants_them_open_gets_that(@TempDir Path other) throws Exception {
        try (House closed = House.open(other.resolve("closed"), "metrics.readers", "nobody");
                House open = House.open(other.resolve("open"), "metrics.readers", "everybody")) {
            assertThat(closed.admin().get("/metrics").statusCode()).isEqualTo(404);
            assertThat(fromElsewhere(open.stranger()).statusCode()).isEqualTo(200);
        }
    }

    /** As by way of a proxy on this machine. */
    private static HttpResponse<String> fromElsewhere(Visitor visitor) throws Exception {
        return visitor.send("GET", "/metrics", BodyPublishers.noBody(), "X-Forwarded-For", ELSEWHERE);
    }
}
