package org.batchuploader.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.batchuploader.core.id.Ids;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.store.DrivenClock;
import org.batchuploader.testkit.store.Stores;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One database for the whole test run, emptied before each test. */
abstract class TestDatabase implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);
    private static final List<String> TABLES = List.of(
            "queue_task",
            "queue_claim",
            "queue_dead",
            "history",
            "dataset_part",
            "dataset",
            "upload_file",
            "upload",
            "layer",
            "notice",
            "drop_entry",
            "account");

    private final JdbcSettings settings;
    private final JdbcStores stores;

    TestDatabase(JdbcSettings settings, DrivenClock clock) {
        this.settings = settings.withPasswordCost(4);
        stores = JdbcStores.open(this.settings, clock, new Ids());
    }

    static TestDatabase h2(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(H2.class, type -> H2.create(), H2.class);
    }

    static TestDatabase postgresql(ExtensionContext context) {
        EmbeddedPostgres server = PostgresExtension.server(context);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(PostgreSql.class, type -> new PostgreSql(server), PostgreSql.class);
    }

    abstract void pass(Duration time);

    abstract void passWithin(Duration time);

    Stores empty() {
        execute(TABLES.stream().map(table -> "DELETE FROM " + table).toArray(String[]::new));
        return new Stores(
                stores.transactions(),
                stores.uploads(),
                stores.layers(),
                stores.notices(),
                stores.drops(),
                stores.tasks());
    }

    JdbcUsers users() {
        return stores.users();
    }

    final void execute(String... statements) {
        String url = Dialect.of(settings.url()).connectionUrl(settings.url());
        try (Connection connection = DriverManager.getConnection(url, settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the test", e);
        }
    }

    @Override
    public void close() throws IOException {
        stores.close();
    }

    private static final class H2 extends TestDatabase {
        private final Path folder;
        private final DrivenClock clock;

        private H2(Path folder, DrivenClock clock) {
            super(JdbcSettings.file(folder.resolve("uploader")), clock);
            this.folder = folder;
            this.clock = clock;
        }

        static H2 create() {
            try {
                return new H2(Files.createTempDirectory("h2"), new DrivenClock());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make a folder for H2", e);
            }
        }

        @Override
        void pass(Duration time) {
            clock.pass(time);
        }

        @Override
        void passWithin(Duration time) {
            clock.pass(time);
        }

        @Override
        public void close() throws IOException {
            super.close();
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The server's clock cannot be moved, so what it is compared with is. */
    private static final class PostgreSql extends TestDatabase {
        PostgreSql(EmbeddedPostgres server) {
            super(JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, ""), new DrivenClock());
        }

        @Override
        void pass(Duration time) {
            String earlier = " - INTERVAL '" + time.toMillis() + " milliseconds'";
            execute(
                    "UPDATE queue_task SET due = due" + earlier,
                    "UPDATE queue_claim SET due = due" + earlier,
                    "UPDATE queue_dead SET died = died" + earlier);
        }

        @Override
        void passWithin(Duration time) {
            Awaitility.await().during(time).until(() -> true);
        }
    }
}
