package org.batchuploader.benchmarks.queue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.batchuploader.jdbc.JdbcSettings;

/** Statements on connections of their own. */
final class Sql {
    private Sql() {}

    static void execute(JdbcSettings settings, String... statements) {
        try (Connection connection = connect(settings);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused", e);
        }
    }

    /** A transaction that has read and written something else and stays open until it is closed. */
    static Connection held(JdbcSettings settings) {
        try {
            Connection connection = connect(settings);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_current_xact_id()");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("no transaction could be begun", e);
        }
    }

    private static Connection connect(JdbcSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }
}
