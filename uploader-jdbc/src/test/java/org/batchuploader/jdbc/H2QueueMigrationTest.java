package org.batchuploader.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2QueueMigrationTest extends QueueMigrationContract {
    @TempDir
    Path folder;

    @Override
    JdbcSettings emptyDatabase() {
        return JdbcSettings.file(folder.resolve("before"));
    }
}
