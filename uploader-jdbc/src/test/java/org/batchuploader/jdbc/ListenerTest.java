package org.batchuploader.jdbc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.batchuploader.core.id.Ids;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.store.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class ListenerTest {
    private final Samples samples = new Samples(1);

    @Test
    void wakes_the_workers_of_another_process_also_after_its_connection_broke(EmbeddedPostgres server)
            throws Exception {
        var settings = JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, "")
                .withPasswordCost(4)
                .withPoolSize(2);
        try (var here = JdbcStores.open(settings, InstantSource.system(), new Ids());
                var there = JdbcStores.open(settings, InstantSource.system(), new Ids())) {
            var woken = new AtomicInteger();
            AutoCloseable listening = there.tasks().onReady(woken::incrementAndGet);
            awaitWake(here, woken);
            server.breakConnections();
            awaitWake(here, woken);
            listening.close();
        }
    }

    /** Connections of the pool may be broken too, so enqueueing is tried until it works. */
    private void awaitWake(JdbcStores here, AtomicInteger woken) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            here.tasks().enqueue(samples.task("ada", "k"));
            return true;
        });
        int before = woken.get();
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            here.tasks().enqueue(samples.task("ada", "k"));
            return woken.get() > before;
        });
    }
}
