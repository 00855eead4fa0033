package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.app.http.Exposition;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as those see it who operate it. */
class WatchIT {
    @TempDir
    Path folder;

    @Test
    void the_packaged_service_tells_what_goes_on_to_whom_it_may_and_loads_no_tracing() throws Exception {
        Map<String, String> loading = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + folder.resolve("loaded"));
        try (Program program = Program.start(
                        folder, loading, "serve", "--data", "data", "--http-port", "0", "--ftp-port", "0")
                .ready()) {
            Visitor admin = program.visitor("admin:" + program.firstPassword());
            admin.json("POST", "/api/v1/admin/users", Map.of("name", "anna", "password", "anna-secret"));
            Visitor anna = program.visitor("anna:anna-secret");
            Path parts = Files.createDirectories(folder.resolve("sent"));
            anna.ending(anna.upload(new SampleZip()
                    .files(SampleShapefile.points("seen").writeTo(parts))
                    .writeTo(folder.resolve("seen.zip"))));

            Exposition metrics = Exposition.of(admin.get("/metrics").body());
            assertThat(metrics.value("uploader_dataset_endings_total{state=\"PUBLISHED\"}"))
                    .isEqualTo(1);
            assertThat(elsewhere(program.visitor(null))).isEqualTo(401);
            assertThat(elsewhere(anna)).isEqualTo(403);
            assertThat(elsewhere(admin)).isEqualTo(200);
            assertThat(anna.read("/api/v1/queue").has("all")).isFalse();
            assertThat(admin.read("/api/v1/queue").path("all").path("dead").asInt())
                    .isZero();
            Program.Result status = Program.run(folder, Map.of(), "status", "--data", "data");
            assertThat(status.out()).contains("queue: ", "running, 0 given up", "PUBLISHED  anna  seen.zip");
        }
        assertThat(Files.readString(folder.resolve("loaded")))
                .contains("io.micrometer.")
                .doesNotContain("io.opentelemetry.");
    }

    private static int elsewhere(Visitor visitor) throws Exception {
        return visitor.send("GET", "/metrics", BodyPublishers.noBody(), "X-Forwarded-For", "203.0.113.9")
                .statusCode();
    }
}
