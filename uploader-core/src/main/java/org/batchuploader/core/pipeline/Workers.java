package org.batchuploader.core.pipeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that work: one that claims, a few that do, one that keeps leases alive. */
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Pipeline pipeline;
    private final TaskQueue tasks;
    private final Settings settings;
    private final Set<Claim> running = ConcurrentHashMap.newKeySet();
    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService doers;
    private final ScheduledExecutorService keeper;
    private final Thread claimer;
    private final AutoCloseable subscription;
    private volatile boolean stopping;

    Workers(Pipeline pipeline, TaskQueue tasks, Settings settings) {
        this.pipeline = pipeline;
        this.tasks = tasks;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
        this.doers = Executors.newFixedThreadPool(settings.workers(), named("uploader-worker"));
        this.keeper = Executors.newSingleThreadScheduledExecutor(named("uploader-lease"));
        this.claimer = named("uploader-claim").newThread(this::claim);
        this.subscription = tasks.onReady(wake::release);
    }

    /** Begins to claim. */
    public void start() {
        long third = settings.lease().toMillis() / 3;
        keeper.scheduleWithFixedDelay(this::extend, third, third, TimeUnit.MILLISECONDS);
        claimer.start();
    }

    /** Claims no more, waits a while for what runs, then interrupts it and hands it back. */
    @Override
    public void close() {
        stopping = true;
        wake.release();
        boolean interrupted = false;
        try {
            subscription.close();
            claimer.join(GRACE.toMillis());
            doers.shutdown();
            if (!doers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                doers.shutdownNow();
                running.forEach(tasks::release);
            }
        } catch (InterruptedException e) {
            interrupted = true;
            doers.shutdownNow();
        } catch (Exception e) {
            LOG.atError().setCause(e).log("stopping");
        }
        keeper.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim() {
        while (!stopping) {
            try {
                free.acquire();
                int slots = 1 + free.drainPermits();
                List<Claim> claims = stopping ? List.of() : claimQuietly(slots);
                free.release(slots - claims.size());
                claims.forEach(this::hand);
                if (claims.size() < slots) {
                    wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Claim> claimQuietly(int slots) {
        try {
            return tasks.claim(slots, settings.lease());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("tasks could not be claimed");
            return List.of();
        }
    }

    private void hand(Claim claim) {
        running.add(claim);
        doers.execute(() -> {
            try {
                pipeline.work(claim);
            } finally {
                running.remove(claim);
                free.release();
                wake.release();
            }
        });
    }

    /** One heartbeat for all that runs here. */
    private void extend() {
        List<Claim> beating = List.copyOf(running);
        if (beating.isEmpty()) {
            return;
        }
        try {
            Set<Claim> lost = new HashSet<>(beating);
            tasks.extend(beating, settings.lease()).forEach(lost::remove);
            lost.stream().filter(running::contains).forEach(claim -> LOG.atWarn()
                    .addKeyValue("task", claim.task())
                    .log("its lease was lost"));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("tasks", beating.size()).log("leases could not be extended");
        }
    }

    private static ThreadFactory named(String name) {
        var number = new AtomicInteger();
        return runnable -> {
            Thread thread = new Thread(runnable, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
