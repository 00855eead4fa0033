package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process did to the same H2 file. */
class KilledProcessTest {
    private static final int ROUNDS = 3;

    private final Path folder;

    KilledProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void no_acknowledged_row_is_lost_when_the_process_is_killed() throws Exception {
        Path database = folder.resolve("uploader");
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(runAndKill(database, round));
            try (var stores = open(database)) {
                for (String id : acknowledged) {
                    assertThat(stores.uploads().find(new UploadId(id))).as(id).isPresent();
                    assertThat(stores.tasks().knows(id)).as(id).isTrue();
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    @Test
    void a_file_in_use_by_another_process_is_named() throws Exception {
        Path database = folder.resolve("uploader");
        Process other = CommittingProcess.start(database, 0);
        try (var lines = lines(other)) {
            assertThat(lines.readLine()).isNotNull();
            assertThatThrownBy(() -> open(database))
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining(database + ".mv.db is in use by another process");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private static List<String> runAndKill(Path database, int round) throws IOException, InterruptedException {
        int enough = ThreadLocalRandom.current().nextInt(50, 300);
        List<String> acknowledged = new ArrayList<>();
        Process process = CommittingProcess.start(database, round);
        try (var lines = lines(process)) {
            String line = lines.readLine();
            while (line != null) {
                if (Ids.isValid(line)) {
                    acknowledged.add(line);
                }
                if (acknowledged.size() == enough) {
                    process.destroyForcibly();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static JdbcStores open(Path database) {
        return JdbcStores.open(JdbcSettings.file(database), InstantSource.system(), new Ids());
    }
}
