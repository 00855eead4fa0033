package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A remote system that remembers, on a port of this machine. {@code GET /__fake/state} prints what it holds,
 * {@code PUT /__fake/faults/OPERATION/FAULT?times=N} makes it misbehave, {@code DELETE /__fake/faults} ends that.
 */
public abstract class FakeSystem implements AutoCloseable {
    private static final String OWN = "/__fake/";
    private static final int DRIPS = 100;
    private static final int DRIPPING = 100_000;

    private final WireMockServer server;
    private final String path;
    private final Faults faults = new Faults();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /**
     * @param port 0 for any that is free
     * @param path the context path it lives under, {@code /geoserver}
     */
    protected FakeSystem(int port, String path) {
        this.path = path;
        this.server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .disableRequestJournal()
                .extensions(new Answerer()));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    /** The name of what is asked for, by which {@link #faults} are switched. */
    protected abstract String operation(Request request);

    /** Does what is asked for and says what the real system would. */
    protected abstract ResponseDefinitionBuilder answer(Request request) throws IOException;

    /** The real system's way to say no to this. */
    protected abstract ResponseDefinitionBuilder refusal(Request request);

    /** What the real system would say if it had done what it has not. */
    protected abstract ResponseDefinitionBuilder lie(Request request) throws IOException;

    /** All that it holds, a line each, in a stable order. */
    public abstract String state();

    /** Up to and with the context path. */
    public final URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public final Faults faults() {
        return faults;
    }

    /** The operations asked for since the start, in order. */
    public final List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        faults.clear();
        server.stop();
    }

    private ResponseDefinitionBuilder outcome(Request request) throws IOException {
        if (request.getUrl().startsWith(OWN)) {
            return own(request);
        }
        String operation = operation(request);
        calls.add(operation);
        Fault fault = faults.take(operation).orElse(null);
        if (fault == null) {
            return answer(request);
        }
        return switch (fault) {
            case REFUSE -> refusal(request);
            case DOWN -> WireMock.aResponse().withStatus(503).withBody("Service Unavailable");
            case BROKEN ->
                WireMock.aResponse()
                        .withStatus(500)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html><body>Internal Server Error</body></html>");
            case HANG -> hang();
            case DRIP -> answer(request).withChunkedDribbleDelay(DRIPS, DRIPPING);
            case RESET -> reset();
            case LOSE_ANSWER -> {
                answer(request);
                yield reset();
            }
            case LIE -> lie(request);
        };
    }

    private ResponseDefinitionBuilder hang() {
        try {
            faults.awaitClear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reset();
    }

    private static ResponseDefinitionBuilder reset() {
        return WireMock.aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
    }

    private ResponseDefinitionBuilder own(Request request) {
        String[] parts =
                request.getUrl().substring(OWN.length()).replaceAll("\\?.*", "").split("/");
        if (parts[0].equals("state")) {
            return WireMock.ok(state()).withHeader("Content-Type", "text/plain; charset=utf-8");
        }
        if (request.getMethod().getName().equals("DELETE")) {
            faults.clear();
        } else {
            var times = request.queryParameter("times");
            faults.on(
                    parts[1],
                    Fault.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                    times.isPresent() ? Integer.parseInt(times.firstValue()) : Integer.MAX_VALUE);
        }
        return WireMock.noContent();
    }

    private final class Answerer implements ResponseDefinitionTransformerV2 {
        @Override
        public String getName() {
            return "fake";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            try {
                return outcome(event.getRequest()).build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
