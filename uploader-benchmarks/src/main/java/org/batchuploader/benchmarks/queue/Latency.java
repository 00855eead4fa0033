package org.batchuploader.benchmarks.queue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.batchuploader.jdbc.JdbcStores;

/** From the call that queues a task in one process to its start in another, on a queue with nothing else in it. */
final class Latency {
    private static final int TASKS = 400;
    private static final int WARM_UP = 100;
    private static final int PAUSE_MILLIS = 20;

    /** In milliseconds. */
    record Result(double p50, double p99) {}

    private Latency() {}

    static Result measure(OurQueue queue) throws Exception {
        var started = new SynchronousQueue<Long>();
        var random = new Random(1);
        double[] millis = new double[TASKS];
        try (JdbcStores here = queue.node();
                JdbcStores there = queue.node()) {
            var worker = new Thread(() -> work(there, started), "latency");
            worker.start();
            for (int i = -WARM_UP; i < TASKS; i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(PAUSE_MILLIS)));
                long begin = System.nanoTime();
                here.tasks().enqueue(queue.task("ada", "latency" + i));
                millis[Math.max(0, i)] = (started.take() - begin) / 1e6;
            }
            worker.interrupt();
            worker.join();
        }
        Arrays.sort(millis);
        return new Result(millis[TASKS / 2], millis[TASKS * 99 / 100]);
    }

    private static void work(JdbcStores stores, SynchronousQueue<Long> started) {
        var wake = new Semaphore(0);
        try (var listening = stores.tasks().onReady(wake::release)) {
            while (listening != null) {
                for (var claim : stores.tasks().claim(4, OurQueue.LEASE)) {
                    started.put(System.nanoTime());
                    stores.tasks().complete(claim);
                }
                wake.tryAcquire(500, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the worker failed", e);
        }
    }
}
