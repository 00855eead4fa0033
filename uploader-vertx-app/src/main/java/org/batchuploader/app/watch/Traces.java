package org.batchuploader.app.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.StateChange;
import org.batchuploader.core.watch.Ending;
import org.batchuploader.core.watch.Meter;
import org.batchuploader.core.watch.Stage;
import org.batchuploader.remote.CallWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One trace for each upload, whichever processes work on it: the upload, in it its tasks, in those their steps, in those
 * the calls of remote systems, which are told of it by W3C's {@code traceparent}. Sent by OTLP over HTTP in the background;
 * what cannot be sent is dropped, and nothing ever waits for it.
 */
public final class Traces implements Meter, CallWatch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(10);
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final long CLOSE_SECONDS = 5;
    private static final String PATH = "/v1/traces";

    private final Whose whose;
    private final SpanProcessor sender;
    private final Sampler sampler;
    private final Resource resource;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private Traces(Whose whose, SpanProcessor sender, Sampler sampler) {
        this.whose = whose;
        this.sender = sender;
        this.sampler = sampler;
        this.resource = Resource.getDefault().toBuilder()
                .put("service.name", "batch-uploader")
                .put("service.instance.id", ManagementFactory.getRuntimeMXBean().getName())
                .build();
        this.provider = provider(IdGenerator.random());
        this.tracer = provider.get(Traces.class.getPackageName());
    }

    /**
     * @param receiver of OTLP over HTTP; {@code /v1/traces} is added where it has no path
     * @param percent of the uploads that are traced, each wholly or not at all
     */
    public static Traces to(URI receiver, int percent, Whose whose) {
        String path = receiver.getPath();
        URI endpoint = path == null || path.isEmpty() || path.equals("/") ? receiver.resolve(PATH) : receiver;
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(SEND_LIMIT)
                .setConnectTimeout(SEND_LIMIT)
                .build();
        return new Traces(
                whose,
                BatchSpanProcessor.builder(TraceSender.to(exporter, endpoint.toString()))
                        .setScheduleDelay(DELAY)
                        .build(),
                Sampler.traceIdRatioBased(percent / 100.0));
    }

    private SdkTracerProvider provider(IdGenerator ids) {
        return SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(sampler)
                .setIdGenerator(ids)
                .addSpanProcessor(sender)
                .build();
    }

    /** The root of an upload's trace is told when its work is queued. */
    public void changed(StateChange change) {
        if (change.entry().dataset() == null && change.entry().state() == DatasetState.QUEUED) {
            // Not closed: its only processor is everybody's.
            provider(TraceIds.of(change.upload()))
                    .get(Traces.class.getPackageName())
                    .spanBuilder("upload")
                    .setNoParent()
                    .setStartTimestamp(change.entry().at())
                    .setAttribute("uploader.upload", change.upload().value())
                    .startSpan()
                    .end();
        }
    }

    @Override
    public Timing task(Claim claim) {
        Optional<UploadId> upload = upload(claim);
        Context trace = upload.map(
                        id -> Context.root().with(Span.wrap(TraceIds.of(id).parent())))
                .orElse(Context.root());
        Span span = tracer.spanBuilder(Words.of(claim.work()))
                .setParent(trace)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("uploader.task", claim.task().value())
                .setAttribute(AttributeKey.longKey("uploader.attempt"), (long) claim.attempt())
                .startSpan();
        upload.ifPresent(id -> span.setAttribute("uploader.upload", id.value()));
        return timed(span);
    }

    private Optional<UploadId> upload(Claim claim) {
        try {
            return whose.of(claim.work());
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("task", claim.task()).log("its trace cannot be told");
            return Optional.empty();
        }
    }

    @Override
    public Timing stage(Stage stage) {
        return timed(tracer.spanBuilder(stage.label()).startSpan());
    }

    @SuppressWarnings("MustBeClosedChecker") // what began on a thread ends on it, which is when the scope is closed
    private static Timing timed(Span span) {
        Scope scope = span.makeCurrent();
        return ending -> {
            scope.close();
            span.setAttribute("uploader.ending", ending.label());
            if (ending != Ending.DONE && ending != Ending.POSTPONED) {
                span.setStatus(StatusCode.ERROR, ending.label());
            }
            span.end();
        };
    }

    @Override
    public CallWatch.Call begins(String system, String method, URI address) {
        if (!Span.current().getSpanContext().isValid()) {
            return CallWatch.Call.UNWATCHED;
        }
        Span span = tracer.spanBuilder(method + " " + system)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", method)
                .setAttribute("server.address", address.getHost())
                .setAttribute("url.path", address.getPath())
                .startSpan();
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current().with(span), headers, (carrier, name, value) -> {
                    if (carrier != null) {
                        carrier.put(name, value);
                    }
                });
        return new TracedCall(span, headers);
    }

    private record TracedCall(Span span, Map<String, String> headers) implements CallWatch.Call {
        @Override
        public void ended(int status) {
            if (status > 0) {
                span.setAttribute(AttributeKey.longKey("http.response.status_code"), (long) status);
            }
            if (status == 0 || status >= 400) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** Sends what is left, for some seconds. */
    @Override
    public void close() {
        provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
