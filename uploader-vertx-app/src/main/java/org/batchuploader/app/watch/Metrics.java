package org.batchuploader.app.watch;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.upload.StateChange;
import org.batchuploader.core.watch.Ending;
import org.batchuploader.core.watch.Meter;
import org.batchuploader.core.watch.Stage;

/**
 * What Prometheus reads of this process, by its conventions of names and units. No label's values grow with what people
 * deliver: none is an owner, a file or a layer.
 */
public final class Metrics implements Meter, AutoCloseable {
    /** From a small shapefile on this machine to a coverage of gigabytes in a system that is busy. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Counter received = Counter.builder("uploader.received")
            .description("Bytes that came in by all doors")
            .baseUnit("bytes")
            .register(registry);
    private final SystemState state;

    public Metrics(InstantSource clock) {
        // Their names break Prometheus' conventions; process_cpu_usage and system_cpu_usage say the same.
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
                .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        state = new SystemState(registry, clock);
        collections.bindTo(registry);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Measures the connections to a database. */
    public MetricsTrackerFactory ofConnections() {
        return new MicrometerMetricsTrackerFactory(registry);
    }

    /** Measures the queue and the gates of what is told here; call once. */
    public void watch(Uploader uploader) {
        state.watch(uploader);
        uploader.onChange(this::changed);
    }

    private void changed(StateChange change) {
        if (change.entry().dataset() != null && change.entry().state().isEnding()) {
            counter(
                    "uploader.dataset.endings",
                    "Datasets that came to an ending",
                    "state",
                    change.entry().state().name());
        }
    }

    @Override
    public Timing task(Claim claim) {
        String work = Words.of(claim.work());
        counter("uploader.claims", "Tasks that were claimed", "work", work);
        Timer.Sample begun = Timer.start(registry);
        return ending -> begun.stop(Timer.builder("uploader.task")
                .description("How long workers had tasks, and how those ended")
                .tag("work", work)
                .tag("ending", ending.label())
                .register(registry));
    }

    @Override
    public Timing stage(Stage stage) {
        Timer.Sample begun = Timer.start(registry);
        return ending -> begun.stop(step(stage, ending));
    }

    private Timer step(Stage stage, Ending ending) {
        return Timer.builder("uploader.step")
                .description("How long steps of tasks took, calls of remote systems included")
                .tag("step", stage.label())
                .tag("ending", ending.label())
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @Override
    public void received(long bytes) {
        received.increment((double) bytes);
    }

    private void counter(String name, String description, String tag, String value) {
        Counter.builder(name)
                .description(description)
                .tag(tag, value)
                .register(registry)
                .increment();
    }

    /** All of it in Prometheus' text format, version 0.0.4. */
    public String text() {
        state.look();
        return registry.scrape();
    }

    @Override
    public void close() {
        state.close();
        collections.close();
        registry.close();
    }
}
