package org.batchuploader.app.service;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.batchuploader.app.config.WatchChoice;
import org.batchuploader.app.watch.Metrics;
import org.batchuploader.app.watch.Traces;
import org.batchuploader.app.watch.Whose;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.watch.Meter;
import org.batchuploader.jdbc.JdbcStores;
import org.batchuploader.remote.CallWatch;

/** What operators' machines are told, as the configuration has it; what is not asked for is not loaded. */
record Watching(Optional<Metrics> metrics, Optional<Traces> traces) implements AutoCloseable {
    static Watching of(WatchChoice choice, JdbcStores jdbc, InstantSource clock) {
        Optional<Metrics> metrics =
                choice.readers() == WatchChoice.Readers.NOBODY ? Optional.empty() : Optional.of(new Metrics(clock));
        metrics.ifPresent(counted -> jdbc.measure(counted.ofConnections()));
        return new Watching(
                metrics,
                Optional.ofNullable(choice.traces())
                        .map(address -> Traces.to(
                                address,
                                choice.tracedPercent(),
                                new Whose(jdbc.uploads(), jdbc.layers(), jdbc.notices()))));
    }

    Meter meter() {
        return Meter.of(Stream.<Optional<? extends Meter>>of(metrics, traces)
                .flatMap(Optional::stream)
                .map(Meter.class::cast)
                .toList());
    }

    CallWatch calls() {
        return traces.<CallWatch>map(traced -> traced).orElse(CallWatch.NONE);
    }

    void watch(Uploader uploader) {
        metrics.ifPresent(counted -> counted.watch(uploader));
        traces.ifPresent(traced -> uploader.onChange(traced::changed));
    }

    @Override
    public void close() {
        metrics.ifPresent(Metrics::close);
        traces.ifPresent(Traces::close);
    }
}
