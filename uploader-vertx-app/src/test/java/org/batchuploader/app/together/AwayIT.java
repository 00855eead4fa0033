package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.batchuploader.app.program.Program;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service while what it needs is away. */
class AwayIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int UPLOADS = 12;

    /** Failures that close a gate, and as many as may be on their way then. */
    private static final int ATTEMPTS = 5 + 3;

    @TempDir
    Path folder;

    @Test
    void without_its_database_it_acknowledges_nothing_says_so_and_goes_on_when_it_is_back() throws Exception {
        Parcels parcels = new Parcels(folder);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Program service = Program.start(
                                folder,
                                Map.of(
                                        "UPLOADER_DATABASE_URL",
                                        postgres.newDatabase(),
                                        "UPLOADER_DATABASE_USER",
                                        EmbeddedPostgres.USER),
                                "serve",
                                "--data",
                                "data",
                                "--http-port",
                                "0",
                                "--ftp-port",
                                "0")
                        .ready()) {
            Visitor admin = service.visitor("admin:" + service.firstPassword());
            Path refused = parcels.zip(SampleShapefile.points("refused"));
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                ids.add(admin.upload(parcels.zip(SampleShapefile.points("before" + i))));
            }
            FtpVisitor inside = new FtpVisitor(service.address("ftp"), "admin", service.firstPassword());
            postgres.stop();
            var put = CompletableFuture.supplyAsync(
                    () -> unchecked(() -> admin.put("refused.zip", BodyPublishers.ofFile(refused))));
            var ready = CompletableFuture.supplyAsync(() -> unchecked(() -> admin.get("/readyz")));
            var stored = CompletableFuture.runAsync(() -> assertThatThrownBy(() -> inside.store(refused, "refused.zip"))
                    .hasMessageContaining("got: 451 "));
            assertThatThrownBy(() -> new FtpVisitor(service.address("ftp"), "admin", service.firstPassword()))
                    .hasMessageContaining("got: 421 ");
            stored.join();
            assertThat(put.join().statusCode()).isEqualTo(503);
            assertThat(put.join().headers().firstValue("Retry-After")).isPresent();
            assertThat(put.join().body()).contains("REMOTE_UNAVAILABLE", "the database");
            assertThat(ready.join().statusCode()).isEqualTo(503);
            assertThat(ready.join().body()).contains("\"database\":\"down\"", "\"staging\":\"up\"", "\"http\":\"up\"");
            postgres.startAgain();
            await().atMost(LONG).until(() -> admin.get("/readyz").statusCode() == 200);
            ids.add(admin.upload(refused));
            for (String id : ids) {
                assertThat(admin.ending(id).path("state").asText()).isEqualTo("PUBLISHED");
            }
        }
    }

    @Test
    void without_geoserver_it_is_degraded_and_tasks_wait_without_using_up_their_attempts() throws Exception {
        Parcels parcels = new Parcels(folder);
        try (Landscape landscape = Landscape.ofFakes(folder);
                Packaged service = Packaged.start(folder, landscape, Map.of())) {
            Visitor admin = service.administrator();
            Faults faults = landscape.fakes().geoServer().faults();
            faults.on(Faults.EVERY_OPERATION, Fault.DOWN);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                ids.add(admin.upload(parcels.zip(SampleShapefile.points("waits" + i))));
            }
            HttpResponse<String> degraded = await().atMost(LONG)
                    .until(() -> admin.get("/readyz"), answer -> answer.body().contains("degraded"));
            assertThat(degraded.statusCode()).isEqualTo(200);
            assertThat(degraded.body())
                    .contains("\"status\":\"degraded\"", "\"catalog\":\"degraded\"", "\"ftp\":\"up\"");
            faults.clear();
            int failed = 0;
            for (String id : ids) {
                JsonNode end = admin.ending(id);
                assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
                failed += end.toString().split("does not answer; trying again", -1).length - 1;
            }
            assertThat(failed).isBetween(1, ATTEMPTS);
            assertThat(admin.read("/readyz").path("status").asText()).isEqualTo("ready");
        }
    }

    private interface Request {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private static HttpResponse<String> unchecked(Request request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
