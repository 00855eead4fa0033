package org.batchuploader.app.watch;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Sends spans, and says in one line when they cannot be sent any longer, and when they can again. */
record TraceSender(SpanExporter exporter, String receiver, AtomicBoolean away) implements SpanExporter {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(TraceSender.class);

    /** Held, since a level is forgotten with its logger: the exporter's own words are a stack trace for each failure. */
    private static final Logger EXPORTERS = Logger.getLogger("io.opentelemetry");

    static TraceSender to(SpanExporter exporter, String receiver) {
        EXPORTERS.setLevel(Level.OFF);
        return new TraceSender(exporter, receiver, new AtomicBoolean());
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> tell(!result.isSuccess()));
    }

    private void tell(boolean failed) {
        if (away.getAndSet(failed) != failed) {
            LOG.atWarn()
                    .addKeyValue("receiver", receiver)
                    .log(failed ? "traces cannot be sent and are lost meanwhile" : "traces are sent again");
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
