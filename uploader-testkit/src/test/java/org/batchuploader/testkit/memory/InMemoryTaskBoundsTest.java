package org.batchuploader.testkit.memory;

import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.testkit.task.TaskBoundsContract;

class InMemoryTaskBoundsTest extends TaskBoundsContract {
    @Override
    protected List<TaskQueue> emptyQueue(Bounds bounds) {
        TaskQueue tasks = new InMemory(InstantSource.system(), new Ids(), bounds).tasks();
        return List.of(tasks, tasks);
    }
}
