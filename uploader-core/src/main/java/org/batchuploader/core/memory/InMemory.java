package org.batchuploader.core.memory;

import java.time.InstantSource;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;

/**
 * All stores and the queue in the memory of this process, gone with it. Transactions run one after the other; the
 * queue's leases follow the given clock.
 */
public final class InMemory {
    private static final int PASSWORD_ROUNDS = 20_000;

    private final MemoryTransactions transactions;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final NoticeStore notices;
    private final DropStore drops;
    private final TaskQueue tasks;
    private final InMemoryUsers users;

    public InMemory(InstantSource clock, Ids ids) {
        this(clock, ids, Bounds.NONE);
    }

    public InMemory(InstantSource clock, Ids ids, Bounds bounds) {
        transactions = new MemoryTransactions(clock);
        uploads = new MemoryUploads(transactions);
        layers = new MemoryLayers(transactions);
        notices = new MemoryNotices(transactions);
        drops = new MemoryDrops(transactions);
        tasks = new MemoryTasks(transactions, clock, ids, bounds);
        users = new InMemoryUsers(transactions, PASSWORD_ROUNDS);
    }

    public Transactions transactions() {
        return transactions;
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
