package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.Work;
import org.batchuploader.testkit.store.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoresTest {
    private final Samples samples = new Samples(1);
    private final Path folder;

    JdbcStoresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private JdbcSettings settings() {
        return JdbcSettings.file(folder.resolve("uploader")).withPasswordCost(4);
    }

    private JdbcStores open() {
        return JdbcStores.open(settings(), InstantSource.system(), new Ids());
    }

    private void execute(String sql) throws SQLException {
        String url = Dialect.H2.connectionUrl(settings().url());
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_was_stored_is_there_when_it_is_opened_again() {
        var upload = samples.upload("ada", "roads");
        try (var stores = open()) {
            stores.uploads().insert(upload);
        }
        try (var stores = open()) {
            assertThat(stores.uploads().find(upload.id())).contains(upload);
        }
    }

    @Test
    void a_task_of_a_process_that_died_is_claimable_as_soon_as_the_file_is_opened_again() {
        try (var stores = open()) {
            stores.tasks()
                    .enqueue(new NewTask(new Work.OpenUpload(new UploadId("1qs3mzr6gaydy08n19f4")), "ada", "roads"));
            assertThat(stores.tasks().claim(1, Duration.ofHours(1))).hasSize(1);
        }
        try (var stores = open()) {
            assertThat(stores.tasks().claim(1, Duration.ofHours(1)))
                    .singleElement()
                    .satisfies(claim -> assertThat(claim.attempt()).isEqualTo(2));
        }
    }

    @Test
    void a_schema_of_a_newer_program_is_refused_with_both_versions() throws SQLException {
        open().close();
        execute("INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                + " VALUES (99, '999', 'future', 'SQL', 'V999__future.sql', 1, 'sa', 1, TRUE)");
        assertThatThrownBy(this::open)
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("schema version 999")
                .hasMessageMatching("(?s).*knows versions up to \\d+;.*");
    }

    @Test
    void a_schema_whose_migrations_were_altered_is_refused() throws SQLException {
        open().close();
        execute("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '1'");
        assertThatThrownBy(this::open)
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("not what its migrations made");
    }

    @Test
    void rows_of_a_newer_program_with_members_unknown_today_can_be_read() throws SQLException {
        try (var stores = open()) {
            var upload = samples.upload("ada", "rivers");
            stores.uploads().insert(upload);
            stores.uploads().put(samples.dataset(upload, 0));
            execute("UPDATE dataset SET correction = '{\"crs\":\"EPSG:1\",\"invented\":{\"later\":[1]}}'");
            assertThat(stores.uploads()
                            .datasets(upload.id())
                            .get(0)
                            .correction()
                            .crs())
                    .isEqualTo("EPSG:1");
        }
    }

    @Test
    void placements_of_an_older_program_that_knew_no_remarks_can_be_read() throws SQLException {
        try (var stores = open()) {
            var layer = samples.layer("ada", "roads");
            stores.layers().reserve(layer);
            execute(
                    "UPDATE layer SET placements = '{\"CATALOG\":{\"ref\":\"here\",\"links\":[],\"identifier\":null}}'");
            assertThat(stores.layers().find(layer.id()).orElseThrow().placements())
                    .containsEntry(Step.CATALOG, new Placement("here", List.of()));
        }
    }

    @Test
    void a_thread_that_was_interrupted_does_not_close_the_file_for_the_others() {
        try (var stores = open()) {
            var upload = samples.upload("ada", "roads");
            Thread.currentThread().interrupt();
            stores.transactions().run(() -> stores.uploads().insert(upload));
            assertThat(Thread.interrupted()).isTrue();
            var next = samples.upload("ada", "rivers");
            stores.uploads().insert(next);
            assertThat(stores.uploads().find(next.id())).contains(next);
        }
    }

    @Test
    void settings_name_no_password() {
        assertThat(JdbcSettings.of("jdbc:postgresql://host/db?password=secret", "ada", "secret"))
                .asString()
                .contains("jdbc:postgresql://host/db")
                .doesNotContain("secret");
    }

    @Test
    void an_address_of_another_database_is_refused() {
        assertThatThrownBy(() -> JdbcSettings.of("jdbc:oracle:thin:@host", "a", "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
