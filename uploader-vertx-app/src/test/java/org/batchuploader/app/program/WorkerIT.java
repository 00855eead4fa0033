package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one PostgreSQL and one data folder. */
@ExtendWith(PostgresExtension.class)
class WorkerIT {
    private static final int UPLOADS = 40;

    @TempDir
    Path folder;

    @Test
    void a_worker_takes_its_share_of_what_a_service_takes_in(EmbeddedPostgres postgres) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "UPLOADER_DATABASE_URL",
                postgres.newDatabase(),
                "UPLOADER_DATABASE_USER",
                EmbeddedPostgres.USER,
                "UPLOADER_DATABASE_POOLSIZE",
                "5",
                "UPLOADER_WORKERS_COUNT",
                "1"));
        Program.Result migrated = Program.run(folder, environment, "migrate", "--data", "data");
        assertThat(migrated.exitCode()).as(migrated.err()).isZero();
        try (Program worker =
                Program.start(folder, environment, "worker", "--data", "data").ready()) {
            assertThat(worker.out()).doesNotContain("http://").doesNotContain("password");
            try (Program service = Program.start(
                            folder, environment, "serve", "--data", "data", "--http-port", "0", "--ftp-port", "0")
                    .ready()) {
                String login = "admin:" + service.firstPassword();
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < UPLOADS; i++) {
                    ids.add(service.visitor(login).upload(zip("shared" + i)));
                }
                for (String id : ids) {
                    assertThat(service.visitor(login).ending(id).path("state").asText())
                            .isEqualTo("PUBLISHED");
                }
                assertThat(published(worker) + published(service)).isEqualTo(UPLOADS);
                assertThat(published(worker)).isPositive();
                assertThat(service.stop().ended().exitCode()).isEqualTo(143);
            }
            assertThat(worker.stop().ended().exitCode()).isEqualTo(143);
        }
    }

    /** Its lines on the terminal that say a dataset was published. */
    private static long published(Program program) {
        return program.err()
                .lines()
                .filter(line -> line.contains("published as "))
                .count();
    }

    private Path zip(String base) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("sent").resolve(base));
        return new SampleZip()
                .files(SampleShapefile.points(base).writeTo(parts))
                .writeTo(folder.resolve(base + ".zip"));
    }
}
