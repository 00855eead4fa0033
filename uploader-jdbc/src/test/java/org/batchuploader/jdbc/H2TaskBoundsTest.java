package org.batchuploader.jdbc;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.testkit.task.TaskBoundsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2TaskBoundsTest extends TaskBoundsContract {
    @TempDir
    Path folder;

    private final List<JdbcStores> opened = new ArrayList<>();

    @Override
    protected List<TaskQueue> emptyQueue(Bounds bounds) {
        var stores =
                JdbcStores.open(JdbcSettings.file(folder.resolve("bounds")), InstantSource.system(), new Ids(), bounds);
        opened.add(stores);
        return List.of(stores.tasks(), stores.tasks());
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcStores::close);
    }
}
