package org.batchuploader.testkit.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;

/** A PostgreSQL of the house's own, whose troubles are made here. The service has a role that limits apply to. */
final class Database implements AutoCloseable {
    static final String ROLE = "uploader";

    private final EmbeddedPostgres server = EmbeddedPostgres.start();
    private final String name = server.createDatabase();

    Database() throws SQLException {
        command("CREATE ROLE " + ROLE + " LOGIN");
        command("ALTER DATABASE " + name + " OWNER TO " + ROLE);
    }

    String url() {
        return server.url(name);
    }

    void restart() {
        server.restart();
    }

    void endSessions() {
        server.breakConnections();
    }

    void refuseConnections(boolean refuse) throws SQLException {
        command("ALTER ROLE " + ROLE + " CONNECTION LIMIT " + (refuse ? 0 : -1));
    }

    void readOnly(boolean readOnly) throws SQLException {
        command("ALTER DATABASE " + name + " SET default_transaction_read_only = " + readOnly);
    }

    /** A transaction that holds every upload that nobody holds, and is idle until it is closed. */
    Connection idleInTransaction() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), EmbeddedPostgres.USER, "");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT id FROM upload FOR UPDATE SKIP LOCKED");
        }
        return connection;
    }

    /** The first column. */
    List<String> texts(String sql, String... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), EmbeddedPostgres.USER, "");
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    private void command(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("postgres"), EmbeddedPostgres.USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
