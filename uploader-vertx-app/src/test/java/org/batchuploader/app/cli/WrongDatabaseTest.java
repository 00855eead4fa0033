package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is there, and will not do. */
@ExtendWith(PostgresExtension.class)
class WrongDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void a_login_that_is_refused_is_one_sentence_that_names_its_keys(EmbeddedPostgres postgres) throws Exception {
        Shell.Result result = serve(postgres.newDatabase(), "stranger");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("stranger", "database.user", "database.password")
                .hasLineCount(1);
    }

    @Test
    void a_database_that_does_not_exist_is_one_sentence_that_names_the_key(EmbeddedPostgres postgres) throws Exception {
        Shell.Result result = serve(postgres.url("nowhere"), EmbeddedPostgres.USER);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere", "database.url").hasLineCount(1);
    }

    @Test
    void a_newer_schema_is_one_sentence_that_names_the_key(EmbeddedPostgres postgres) throws Exception {
        String database = postgres.newDatabase();
        Shell.Result migrated =
                Shell.run("migrate", "--data", folder.resolve("d"), "--config", file(database, EmbeddedPostgres.USER));
        assertThat(migrated.exitCode()).as(migrated.err()).isZero();
        try (var connection = DriverManager.getConnection(database, EmbeddedPostgres.USER, "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '9999' WHERE installed_rank ="
                    + " (SELECT MAX(installed_rank) FROM flyway_schema_history)");
        }
        Shell.Result result = serve(database, EmbeddedPostgres.USER);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("9999", "newer", "database.url").hasLineCount(1);
    }

    private Shell.Result serve(String url, String user) throws Exception {
        return Shell.run("serve", "--data", folder.resolve("d"), "--config", file(url, user));
    }

    private Path file(String url, String user) throws Exception {
        return Files.writeString(
                folder.resolve("c.yaml"),
                "database:\n  url: \"" + url + "\"\n  user: " + user + "\n  password: \"\"\n");
    }
}
