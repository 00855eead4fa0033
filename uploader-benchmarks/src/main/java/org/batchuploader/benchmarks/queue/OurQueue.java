package org.batchuploader.benchmarks.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.jdbc.JdbcSettings;
import org.batchuploader.jdbc.JdbcStores;

/** The queue of this project; tasks of ten owners, each of a key of its own, so that order and turns are paid for. */
final class OurQueue implements Contestant {
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int OWNERS = 10;
    private static final int QUEUED_AT_ONCE = 1000;

    private final JdbcSettings settings;
    private final int claimedAtOnce;
    private final DatasetId subject = new Ids().dataset();
    private final JdbcStores stores;
    private long keys;

    OurQueue(JdbcSettings settings, int claimedAtOnce) {
        this.settings = settings.withPoolSize(3);
        this.claimedAtOnce = claimedAtOnce;
        this.stores = node();
    }

    JdbcStores node() {
        return JdbcStores.open(settings, InstantSource.system(), new Ids());
    }

    NewTask task(String owner, String key) {
        return new NewTask(new Work.PublishDataset(subject), owner, key);
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public void empty() {
        Sql.execute(settings, "TRUNCATE queue_task, queue_claim, queue_dead");
    }

    @Override
    public void fill(int tasks) {
        for (int queued = 0; queued < tasks; queued += QUEUED_AT_ONCE) {
            List<NewTask> added = new ArrayList<>();
            for (int i = queued; i < Math.min(tasks, queued + QUEUED_AT_ONCE); i++) {
                added.add(task("owner" + i % OWNERS, "key" + keys++));
            }
            stores.tasks().enqueue(added);
        }
    }

    @Override
    public AutoCloseable start(int workers, LongAdder done) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            nodes.add(new Node(node(), done));
        }
        nodes.forEach(node -> node.thread.start());
        return () -> {
            nodes.forEach(node -> node.stopping = true);
            for (Node node : nodes) {
                node.thread.join();
                node.stores.close();
            }
        };
    }

    @Override
    public void close() {
        stores.close();
    }

    /** One worker with connections of its own. */
    private final class Node {
        final JdbcStores stores;
        final Thread thread = new Thread(this::work, "our-worker");
        private final LongAdder done;
        private volatile boolean stopping;

        Node(JdbcStores stores, LongAdder done) {
            this.stores = stores;
            this.done = done;
        }

        private void work() {
            TaskQueue tasks = stores.tasks();
            var wake = new Semaphore(0);
            try (var listening = tasks.onReady(wake::release)) {
                while (!stopping && listening != null) {
                    List<Claim> claims = tasks.claim(claimedAtOnce, LEASE);
                    if (claims.isEmpty()) {
                        wake.tryAcquire(100, TimeUnit.MILLISECONDS);
                        wake.drainPermits();
                    } else {
                        done.add(tasks.complete(claims).size());
                    }
                }
            } catch (Exception e) {
                throw new IllegalStateException("a worker failed", e);
            }
        }
    }
}
