package org.batchuploader.core.memory;

import java.time.InstantSource;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;

/**
 * All stores and the queue in the memory of this process, gone with it. Transactions run one after the other; the
 * queue's leases follow the given clock.
 */
public final class InMemory {
    private static final int PASSWORD_ROUNDS = 20_000;

    private final Journal journal;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final NoticeStore notices;
    private final DropStore drops;
    private final TaskQueue tasks;
    private final InMemoryUsers users;

    public InMemory(InstantSource clock, Ids ids) {
        journal = new Journal(clock);
        uploads = new MemoryUploads(journal);
        layers = new MemoryLayers(journal);
        notices = new MemoryNotices(journal);
        drops = new MemoryDrops(journal);
        tasks = new MemoryTasks(journal, clock, ids);
        users = new InMemoryUsers(journal, PASSWORD_ROUNDS);
    }

    public Transactions transactions() {
        return journal;
    }

    public UploadStore uploads() {
        return uploads;
    }

    public LayerStore layers() {
        return layers;
    }

    public NoticeStore notices() {
        return notices;
    }

    public DropStore drops() {
        return drops;
    }

    public TaskQueue tasks() {
        return tasks;
    }

    public InMemoryUsers users() {
        return users;
    }
}
