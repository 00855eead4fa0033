package org.batchuploader.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class EmbeddedPostgresTest {
    @Test
    void makes_databases_that_know_nothing_of_each_other_and_survive_a_restart(EmbeddedPostgres server)
            throws SQLException {
        String one = server.newDatabase();
        execute(one, "CREATE TABLE t (n INT)");
        execute(server.newDatabase(), "CREATE TABLE t (n INT)");
        server.restart();
        execute(one, "DROP TABLE t");
        assertThat(one).contains("127.0.0.1");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
