package org.batchuploader.jdbc;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.batchuploader.testkit.task.TaskBoundsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one server. */
@ExtendWith(PostgresExtension.class)
class PostgreSqlTaskBoundsTest extends TaskBoundsContract {
    private final EmbeddedPostgres server;
    private final List<JdbcStores> opened = new ArrayList<>();

    PostgreSqlTaskBoundsTest(EmbeddedPostgres server) {
        this.server = server;
    }

    @Override
    protected List<TaskQueue> emptyQueue(Bounds bounds) {
        var settings =
                JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, "").withPoolSize(2);
        for (int node = 0; node < 2; node++) {
            opened.add(JdbcStores.open(settings, InstantSource.system(), new Ids(), bounds));
        }
        return opened.stream().map(JdbcStores::tasks).toList();
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcStores::close);
    }
}
