package org.batchuploader.benchmarks.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.jdbc.JdbcStores;

/** An owner queues 10,000 tasks; how many of them start after another has queued one and before that one starts. */
final class Fairness {
    static final int SLOTS = 4;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 20;
    private static final long TASK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final JdbcStores stores;
    private final OurQueue queue;
    private final Semaphore free = new Semaphore(SLOTS);
    private final AtomicLong startedOfMany = new AtomicLong();
    private final Semaphore startedOfFew = new Semaphore(0);
    private final AtomicLong before = new AtomicLong();
    private volatile boolean stopping;

    private Fairness(OurQueue queue, JdbcStores stores) {
        this.queue = queue;
        this.stores = stores;
    }

    /** The most over some rounds. */
    static long measure(OurQueue queue) throws Exception {
        try (JdbcStores stores = queue.node()) {
            return new Fairness(queue, stores).run();
        }
    }

    private long run() throws Exception {
        List<NewTask> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(queue.task("many", "many" + i));
        }
        stores.tasks().enqueue(many);
        ExecutorService doers = Executors.newFixedThreadPool(SLOTS);
        var claimer = new Thread(() -> claim(doers), "fairness");
        claimer.start();
        long most = 0;
        for (int i = 0; i < ROUNDS; i++) {
            LockSupport.parkNanos(TASK_NANOS * 7);
            stores.tasks().enqueue(queue.task("few", "few" + i));
            long at = startedOfMany.get();
            startedOfFew.acquire();
            most = Math.max(most, before.get() - at);
        }
        stopping = true;
        claimer.join();
        doers.shutdown();
        doers.awaitTermination(1, TimeUnit.MINUTES);
        return most;
    }

    private void claim(ExecutorService doers) {
        while (!stopping) {
            free.acquireUninterruptibly();
            int slots = 1 + free.drainPermits();
            List<Claim> claims = stores.tasks().claim(slots, OurQueue.LEASE);
            free.release(slots - claims.size());
            claims.forEach(claim -> doers.execute(() -> work(claim)));
        }
    }

    private void work(Claim claim) {
        if (claim.owner().equals("few")) {
            before.set(startedOfMany.get());
            startedOfFew.release();
        } else {
            startedOfMany.incrementAndGet();
        }
        LockSupport.parkNanos(TASK_NANOS);
        stores.tasks().complete(claim);
        free.release();
    }
}
