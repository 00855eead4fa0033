package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of before, with tasks in every stage, and what becomes of them. */
abstract class QueueMigrationContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    abstract JdbcSettings emptyDatabase();

    @Test
    final void no_task_of_the_queue_before_is_lost_and_their_order_is_kept() throws Exception {
        JdbcSettings settings = databaseOfBefore();
        try (Connection connection = connect(settings)) {
            insert(connection, 1, "k", "CLAIMED", "+ INTERVAL '1' HOUR", 1);
            insert(connection, 2, "k", "BEHIND", "", 0);
            insert(connection, 3, "k", "NEW", "", 0);
            insert(connection, 4, "l", "PAUSED", "+ INTERVAL '1' HOUR", 2);
            insert(connection, 5, "m", "READY", "", 0);
            insert(connection, 6, "n", "DEAD", "", 4);
        }
        try (var stores = JdbcStores.open(settings, InstantSource.system(), new Ids())) {
            TaskQueue tasks = stores.tasks();
            assertThat(tasks.depth()).isEqualTo(new TaskQueue.Depth(5, 0, 1));
            assertThat(tasks.claim(9, LEASE))
                    .extracting(claim -> claim.task().value())
                    .containsExactly(id(1), id(5));
            assertThat(tasks.dead(9))
                    .singleElement()
                    .satisfies(dead -> assertThat(dead.attempts()).isEqualTo(4))
                    .satisfies(dead -> assertThat(dead.task().value()).isEqualTo(id(6)));
        }
        try (var stores = JdbcStores.open(settings, InstantSource.system(), new Ids())) {
            assertThat(stores.tasks().depth().dead()).isEqualTo(1);
        }
    }

    @Test
    final void what_follows_in_a_lane_follows_after_the_migration_too() throws Exception {
        JdbcSettings settings = databaseOfBefore();
        int tasks = 2500;
        try (Connection connection = connect(settings)) {
            for (int i = 1; i <= tasks; i++) {
                insert(connection, i, "k" + i % 5, "BEHIND", "", 0);
            }
        }
        try (var stores = JdbcStores.open(settings, InstantSource.system(), new Ids())) {
            for (int i = 1; i <= 50; i += 5) {
                var claims = stores.tasks().claim(9, LEASE);
                assertThat(claims)
                        .extracting(claim -> claim.task().value())
                        .containsExactlyInAnyOrder(id(i), id(i + 1), id(i + 2), id(i + 3), id(i + 4));
                assertThat(claims).extracting(Claim::attempt).containsOnly(1);
                stores.tasks().complete(claims);
            }
            assertThat(stores.tasks().depth().waiting()).isEqualTo(tasks - 50);
        }
    }

    private JdbcSettings databaseOfBefore() {
        JdbcSettings settings = emptyDatabase();
        Dialect dialect = Dialect.of(settings.url());
        Flyway.configure()
                .dataSource(dialect.connectionUrl(settings.url()), settings.user(), settings.password())
                .locations("classpath:org/batchuploader/jdbc/migration")
                .placeholders(Map.of("collation", dialect.collation()))
                .target("3")
                .load()
                .migrate();
        return settings;
    }

    private static Connection connect(JdbcSettings settings) throws SQLException {
        String url = Dialect.of(settings.url()).connectionUrl(settings.url());
        return DriverManager.getConnection(url, settings.user(), settings.password());
    }

    private static void insert(Connection connection, int number, String key, String stage, String due, int attempt)
            throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO task (id, kind, subject, owner, order_key, order_hash, stage, due, attempt, fence, reason)
                    VALUES ('%s', 'DELIVER_NOTICE', '%s', 'ada', '%s', '%s', '%s', CURRENT_TIMESTAMP %s, %d, 3, 'why')"""
                            .formatted(id(number), id(0), key, Texts.hash(key), stage, due, attempt));
        }
    }

    private static String id(int number) {
        return "%020d".formatted(number);
    }
}
