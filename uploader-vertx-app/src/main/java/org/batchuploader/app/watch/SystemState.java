package org.batchuploader.app.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.pipeline.Gate;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.watch.QueueWatch.Seen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is not counted as it happens but is: the queue and the gates. A database that is away must not keep the rest of
 * the metrics away, so that the queue's are not there when it cannot be looked at in time.
 */
final class SystemState implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SystemState.class);
    private static final long PATIENCE_MILLIS = 2000;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final ExecutorService looker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "uploader-metrics");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Uploader uploader;
    private @Nullable Future<Seen> looking;
    private volatile @Nullable Seen seen;

    SystemState(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void watch(Uploader watched) {
        uploader = watched;
        tasks("waiting", now -> now.queue().depth().waiting());
        tasks("running", now -> now.queue().depth().claimed());
        tasks("dead", now -> now.queue().depth().dead());
        queue("uploader.queue.oldest", "How long the task that waits longest could have been worked on", now -> {
            Duration age = now.queue()
                    .oldest()
                    .map(oldest -> Duration.between(oldest, clock.instant()))
                    .orElse(Duration.ZERO);
            return Math.max(0, age.toMillis() / 1000.0);
        });
        queue(
                "uploader.queue.look",
                "How long counting the queue took, the last time",
                now -> now.took().toNanos() / 1e9);
        watched.gates().forEach(gate -> gate(watched, gate.step()));
    }

    private void tasks(String state, ToDoubleFunction<Seen> value) {
        Gauge.builder("uploader.queue.tasks", () -> orNothing(value))
                .description("Tasks in the queue, of all processes")
                .tag("state", state)
                .register(registry);
    }

    private void queue(String name, String description, ToDoubleFunction<Seen> value) {
        Gauge.builder(name, () -> orNothing(value))
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    private double orNothing(ToDoubleFunction<Seen> value) {
        Seen now = seen;
        return now == null ? Double.NaN : value.applyAsDouble(now);
    }

    private void gate(Uploader watched, Step step) {
        for (Gate.State state : Gate.State.values()) {
            Gauge.builder("uploader.gate.state", () -> status(watched, step).state() == state ? 1 : 0)
                    .description("Whether the gate before a step's system is in that state, in this process")
                    .tag("step", step.name().toLowerCase(Locale.ROOT))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("uploader.gate.inside", () -> status(watched, step).inside())
                .description("Workers of this process inside a step's system")
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private static Gate.Status status(Uploader watched, Step step) {
        return watched.gates().stream()
                .filter(gate -> gate.step() == step)
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a while. */
    synchronized void look() {
        Uploader watched = uploader;
        if (watched == null) {
            return;
        }
        Future<Seen> now = looking == null || looking.isDone() ? looker.submit(watched::queue) : looking;
        looking = now;
        seen = null;
        try {
            seen = now.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.atWarn().setCause(e).log("the queue cannot be looked at for its metrics");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looker.shutdownNow();
    }
}
