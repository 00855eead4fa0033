package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.app.program.Program;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The roles of the service, each a process of its own over one PostgreSQL and one data folder. */
@ExtendWith(PostgresExtension.class)
class RolesIT {
    private static final int UPLOADS = 40;
    private static final int ENOUGH = 5;
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void what_the_doors_take_in_waits_for_a_worker_and_outlives_one_that_is_stopped_in_the_midst(
            EmbeddedPostgres postgres) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "UPLOADER_DATABASE_URL",
                postgres.newDatabase(),
                "UPLOADER_DATABASE_USER",
                EmbeddedPostgres.USER,
                "UPLOADER_DATABASE_POOLSIZE",
                "5",
                "UPLOADER_WORKERS_COUNT",
                "2"));
        Parcels parcels = new Parcels(folder);
        try (Program ftp = serve(environment, "ftp", "--ftp-port", "0");
                Program http = serve(environment, "http", "--http-port", "0")) {
            assertThat(ftp.ready().out()).doesNotContain("http://");
            assertThat(http.ready().out()).doesNotContain("ftp://");
            String password = Stream.of(ftp, http)
                    .filter(program -> program.out().contains("password"))
                    .map(Program::firstPassword)
                    .findFirst()
                    .orElseThrow();
            Visitor admin = http.visitor("admin:" + password);
            for (int i = 0; i < UPLOADS / 2; i++) {
                admin.upload(parcels.zip(SampleShapefile.points("web" + i)));
            }
            try (FtpVisitor session = new FtpVisitor(ftp.address("ftp"), "admin", password)) {
                for (int i = 0; i < UPLOADS / 2; i++) {
                    session.store(parcels.zip(SampleShapefile.points("ftp" + i)), "ftp" + i + ".zip");
                }
            }
            assertThat(states(admin)).hasSize(UPLOADS).containsOnly("QUEUED");
            try (Program first = worker(environment).ready();
                    Program second = worker(environment)) {
                await().atMost(LONG).until(() -> published(admin) > ENOUGH);
                assertThat(first.stop().ended().exitCode()).isEqualTo(143);
                assertThat(published(admin)).isLessThan(UPLOADS);
                second.ready();
                await().atMost(LONG).until(() -> published(admin) == UPLOADS);
                assertThat(second.stop().ended().exitCode()).isEqualTo(143);
            }
            for (JsonNode upload : admin.read("/api/v1/uploads?limit=100").path("uploads")) {
                assertThat(admin.read("/api/v1/uploads/" + upload.path("id").asText())
                                .toString()
                                .split("published as ", -1))
                        .hasSize(2);
            }
        }
        try (Stream<Path> layers = Files.list(folder.resolve("data").resolve("layers"))) {
            assertThat(layers).hasSize(UPLOADS);
        }
    }

    private Program serve(Map<String, String> environment, String role, String... ports) throws Exception {
        List<Object> words = new ArrayList<>(List.of("serve", "--role", role, "--data", "data"));
        words.addAll(List.of(ports));
        return Program.start(folder, environment, words.toArray());
    }

    private Program worker(Map<String, String> environment) throws Exception {
        return Program.start(folder, environment, "worker", "--data", "data");
    }

    private static long published(Visitor visitor) throws Exception {
        return states(visitor).stream().filter("PUBLISHED"::equals).count();
    }

    private static List<String> states(Visitor visitor) throws Exception {
        List<String> states = new ArrayList<>();
        visitor.read("/api/v1/uploads?limit=100")
                .path("uploads")
                .forEach(upload -> states.add(upload.path("state").asText()));
        return states;
    }
}
