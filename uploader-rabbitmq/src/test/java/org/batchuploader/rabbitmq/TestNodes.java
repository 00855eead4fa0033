package org.batchuploader.rabbitmq;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.jdbc.JdbcSettings;
import org.batchuploader.jdbc.JdbcStores;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.rabbitmq.RabbitServer;
import org.batchuploader.testkit.store.Stores;

/** Nodes that share one database and one broker. */
final class TestNodes implements AutoCloseable {
    /** One of them, as a process has it. */
    record Node(JdbcStores stores, RabbitTasks tasks) {
        Stores all() {
            return new Stores(
                    stores.transactions(), stores.uploads(), stores.layers(), stores.notices(), stores.drops(), tasks);
        }
    }

    private final String url;
    private final List<Runnable> open = new ArrayList<>();

    TestNodes(EmbeddedPostgres database) {
        url = database.newDatabase();
    }

    Node start(URI broker, Bounds bounds) {
        return start(settings(broker), bounds);
    }

    Node start(BrokerSettings settings, Bounds bounds) {
        JdbcStores stores = withoutBroker(bounds);
        RabbitTasks tasks = RabbitTasks.open(stores.tasks(), stores.transactions(), stores.outbox(), settings);
        open.add(tasks::close);
        return new Node(stores, tasks);
    }

    /** A process that was killed before it could send anything. */
    JdbcStores withoutBroker(Bounds bounds) {
        var settings = JdbcSettings.of(url, EmbeddedPostgres.USER, "").withOutbox();
        JdbcStores stores = JdbcStores.open(settings, InstantSource.system(), new Ids(), bounds);
        open.add(stores::close);
        return stores;
    }

    static BrokerSettings settings(URI broker) {
        return BrokerSettings.of(broker, RabbitServer.USER, RabbitServer.PASSWORD)
                .withPatience(Duration.ofSeconds(2));
    }

    long words() {
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM queue_outbox")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String... statements) {
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).run();
        }
    }
}
