package org.batchuploader.app.http;

import org.batchuploader.app.watch.Metrics;

/** {@code /metrics}, for Prometheus. */
final class MetricsResource {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    MetricsResource(Metrics metrics) {
        this.metrics = metrics;
    }

    Reply read(Exchange exchange) {
        return Reply.text(200, TEXT, metrics.text());
    }
}
