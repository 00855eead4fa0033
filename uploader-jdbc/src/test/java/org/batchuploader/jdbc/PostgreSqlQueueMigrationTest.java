package org.batchuploader.jdbc;

import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.PostgresExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgreSqlQueueMigrationTest extends QueueMigrationContract {
    private final EmbeddedPostgres server;

    PostgreSqlQueueMigrationTest(EmbeddedPostgres server) {
        this.server = server;
    }

    @Override
    JdbcSettings emptyDatabase() {
        return JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, "");
    }
}
