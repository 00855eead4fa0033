package org.batchuploader.app.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes OTLP over HTTP, and anything else, and keeps what came. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final List<String> parents = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (type.equals("application/x-protobuf")) {
                // Protocol buffers hold texts and identifiers as they are, in UTF-8 and in bytes.
                traces.add(new String(body, StandardCharsets.ISO_8859_1));
            }
            answer(exchange);
        });
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            parents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of("none")));
            answer(exchange);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether the text came in a span. */
    boolean has(String text) {
        return traces.stream().anyMatch(body -> body.contains(text));
    }

    /** Whether the identifier came, given in hexadecimal. */
    boolean hasId(String hex) {
        return has(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
    }

    /** The headers {@code traceparent} of all other requests. */
    List<String> parents() {
        return parents;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
