package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.store.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A PostgreSQL that goes away, refuses, or is met by several at once. */
@ExtendWith(PostgresExtension.class)
class DatabaseAwayTest {
    private static final int NODES = 4;

    private final Samples samples = new Samples(1);

    @Test
    void a_connection_that_breaks_in_a_transaction_is_remote_trouble_and_the_next_one_goes_on(
            EmbeddedPostgres postgres) {
        try (JdbcStores stores = open(postgres.newDatabase())) {
            var upload = samples.upload("ada", "roads");
            assertThatThrownBy(() -> stores.transactions().run(() -> {
                        stores.uploads().insert(upload);
                        postgres.breakConnections();
                        stores.uploads().find(upload.id());
                    }))
                    .isInstanceOfSatisfying(
                            RemoteUnavailable.class, e -> assertThat(e.system()).isEqualTo(Away.SYSTEM));
            await().ignoreExceptionsInstanceOf(RemoteUnavailable.class)
                    .until(() -> stores.uploads().find(upload.id()).isEmpty());
        }
    }

    @Test
    void what_the_database_refuses_is_no_remote_trouble(EmbeddedPostgres postgres) {
        try (JdbcStores stores = open(postgres.newDatabase())) {
            var upload = samples.upload("ada", "roads");
            stores.uploads().insert(upload);
            assertThatThrownBy(() -> stores.uploads().insert(upload)).isNotInstanceOf(RemoteUnavailable.class);
        }
    }

    @Test
    void a_database_that_does_not_exist_is_named_at_the_start(EmbeddedPostgres postgres) {
        assertThatThrownBy(() -> open(postgres.url("nowhere")))
                .isInstanceOf(DatabaseUnreachable.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void several_that_start_at_once_on_an_empty_database_make_its_schema_once(EmbeddedPostgres postgres)
            throws Exception {
        String url = postgres.newDatabase();
        CyclicBarrier together = new CyclicBarrier(NODES);
        List<CompletableFuture<Boolean>> starts = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            CompletableFuture<Boolean> start = new CompletableFuture<>();
            starts.add(start);
            new Thread(() -> {
                        try {
                            together.await();
                            open(url).close();
                            start.complete(true);
                        } catch (Exception e) {
                            start.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        for (CompletableFuture<Boolean> start : starts) {
            assertThat(start.get()).isTrue();
        }
    }

    private static JdbcStores open(String url) {
        JdbcSettings settings = JdbcSettings.of(url, EmbeddedPostgres.USER, "")
                .withPasswordCost(4)
                .withPoolSize(3);
        return JdbcStores.open(settings, InstantSource.system(), new Ids());
    }
}
