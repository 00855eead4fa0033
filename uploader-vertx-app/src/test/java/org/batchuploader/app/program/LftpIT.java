package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The whole story of a delivery without leaving lftp: sent, told what is missing, put right, published, renamed, deleted. */
@EnabledIf("isHere")
class LftpIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "annas-secret";

    @TempDir
    Path folder;

    static boolean isHere() throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v lftp >/dev/null")
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void a_delivery_without_a_projection_is_put_right_renamed_and_deleted_within_lftp() throws Exception {
        Path sent = Files.createDirectories(folder.resolve("sent"));
        SampleShapefile.points("roads").crs(null).writeTo(sent);
        try (Program program = Program.start(
                        folder, Map.of(), "serve", "--data", "data", "--http-port", "0", "--ftp-port", "0")
                .ready()) {
            assertThat(Program.run(
                                    folder,
                                    Map.of("UPLOADER_PASSWORD", PASSWORD),
                                    "user",
                                    "--data",
                                    "data",
                                    "add",
                                    "anna")
                            .exitCode())
                    .isZero();
            URI ftp = program.address("ftp");
            assertThat(lftp(ftp, "mirror -R sent /")).doesNotContain("rror");
            until(ftp, "quote SITE STATUS roads", "roads: NEEDS_CORRECTION");
            assertThat(lftp(ftp, "cls -1")).contains("roads.shp", "roads.STATUS.txt", "STATUS.txt");
            assertThat(lftp(ftp, "cat roads.STATUS.txt")).contains("CRS_MISSING: ", "SITE CRS roads EPSG:");
            assertThat(lftp(ftp, "quote SITE CRS roads EPSG:4326"))
                    .contains("200 roads: EPSG:4326 taken; working on it again.");
            until(ftp, "quote SITE STATUS roads", "roads: PUBLISHED");
            assertThat(lftp(ftp, "cls -1")).doesNotContain("STATUS.txt");
            lftp(ftp, "mv roads.shp streets.shp");
            until(ftp, "quote SITE STATUS streets", "Layer streets:");
            lftp(ftp, "rm streets.shp");
            until(ftp, "quote SITE STATUS", "There is no delivery in this folder.");
            assertThat(program.visitor("anna:" + PASSWORD)
                            .get("/layers/streets/data.geojson")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private void until(URI ftp, String command, String words) {
        await(words).atMost(PATIENCE).untilAsserted(() -> assertThat(lftp(ftp, command))
                .contains(words));
    }

    /** What lftp shows for a command. */
    private String lftp(URI ftp, String command) throws IOException, InterruptedException {
        Path shown = Files.createTempFile(folder, "lftp", ".out");
        Process process = new ProcessBuilder(List.of(
                        "lftp",
                        "--norc",
                        "-u",
                        "anna," + PASSWORD,
                        "-e",
                        "set net:max-retries 1; set ftp:ssl-allow no; " + command + "; bye",
                        ftp.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the end of lftp: " + command)
                .isTrue();
        return Files.readString(shown);
    }
}
