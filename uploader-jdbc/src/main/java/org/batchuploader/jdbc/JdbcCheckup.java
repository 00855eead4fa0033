package org.batchuploader.jdbc;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.api.ErrorCode;

/** Whether the database can be reached, is at this program's version, and has the same time. Makes nothing. */
public final class JdbcCheckup implements Checkup {
    private static final Duration MOST_APART = Duration.ofSeconds(30);
    private static final String SECONDS = "10";

    private final JdbcSettings settings;
    private final InstantSource clock;

    public JdbcCheckup(JdbcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String system() {
        return "database";
    }

    @Override
    public List<Finding> examine() {
        Dialect dialect = Dialect.of(settings.url());
        if (dialect == Dialect.H2 && isMissing()) {
            return List.of(Finding.good("database", settings.location() + " will be made by the first start"));
        }
        var database = new OneConnection(settings, dialect);
        try (Connection connection = database.getConnection()) {
            List<Finding> findings = new ArrayList<>();
            String product = connection.getMetaData().getDatabaseProductName();
            findings.add(Finding.good(
                    "database",
                    product + " " + connection.getMetaData().getDatabaseProductVersion() + " at "
                            + settings.location()));
            findings.add(schema(Migrations.flyway(database, dialect)));
            if (dialect == Dialect.POSTGRESQL) {
                findings.add(time(connection));
            }
            return findings;
        } catch (SQLException e) {
            return List.of(unreachable(e));
        }
    }

    private boolean isMissing() {
        String file = settings.location().replaceFirst("^jdbc:h2:(file:)?", "");
        return !settings.location().startsWith("jdbc:h2:mem:") && !Files.exists(Path.of(file + ".mv.db"));
    }

    private Finding unreachable(SQLException e) {
        if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return Finding.good("database", settings.location() + " is in use by a service that runs");
        }
        String sentence = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
        return Finding.bad(
                "database",
                settings.location() + ": " + sentence,
                "See that the database runs, and database.url, database.user and database.password.");
    }

    private static Finding schema(Flyway flyway) {
        try {
            Optional<MigrationVersion> found = Migrations.applied(flyway);
            MigrationVersion known = Migrations.known(flyway);
            if (found.isEmpty()) {
                return Finding.good("schema", "empty; the first start makes it");
            }
            int compared = found.get().compareTo(known);
            return compared == 0
                    ? Finding.good("schema", "version " + known)
                    : compared < 0
                            ? Finding.good(
                                    "schema", "version " + found.get() + "; the next start brings it to " + known)
                            : Finding.bad(
                                    "schema",
                                    "version " + found.get() + " is newer than this program's " + known,
                                    "Start the program of that version, or a newer one.");
        } catch (FlywayException e) {
            return Finding.bad(
                    "schema",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable"),
                    "Give database.user the right to read and make tables in its schema.");
        }
    }

    private Finding time(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT statement_timestamp()")) {
            row.next();
            OffsetDateTime there = row.getObject(1, OffsetDateTime.class);
            Duration apart =
                    Duration.between(there.toInstant(), clock.instant()).abs();
            String found = apart.toMillis() + " ms apart";
            return apart.compareTo(MOST_APART) < 0
                    ? Finding.good("time", found)
                    : Finding.warning("time", found, "Let both machines take their time from one NTP server.");
        }
    }

    /** Opens connections that give up soon. */
    private record OneConnection(JdbcSettings settings, Dialect dialect) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(settings.user(), settings.password());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            if (dialect == Dialect.POSTGRESQL) {
                properties.setProperty("loginTimeout", SECONDS);
                properties.setProperty("connectTimeout", SECONDS);
                properties.setProperty("socketTimeout", SECONDS);
            }
            return DriverManager.getConnection(dialect.connectionUrl(settings.url()), properties);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("no " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
