package org.batchuploader.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Speaks to a running service over its API. */
public final class ServiceClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration UPLOAD = Duration.ofHours(24);

    private final URI base;
    private final String authorization;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private ServiceClient(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** As that user. */
    public static ServiceClient login(URI base, String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ServiceClient(base, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** As an administrator on the service's own machine. */
    public static ServiceClient local(URI base, String token) {
        return new ServiceClient(base, "Bearer " + token);
    }

    /** @throws Refused when the answer is no success */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).timeout(ANSWER).GET().build());
    }

    /** Sends JSON, or nothing. */
    public JsonNode call(String method, String path, Object body) throws IOException, InterruptedException {
        BodyPublisher publisher = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return send(request(path)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build());
    }

    /** Sends a file's bytes from {@code offset} on. */
    JsonNode put(String name, BodyPublisher bytes, long offset, long size) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/api/v1/uploads/" + encoded(name)).timeout(UPLOAD);
        if (offset > 0) {
            request.header("Content-Range", "bytes " + offset + "-" + (size - 1) + "/" + size);
        }
        return send(request.PUT(bytes).build());
    }

    /** Bytes of a broken upload of that name that the service kept; 0 when there is none. */
    long incomplete(String name) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/uploads/incomplete/" + encoded(name))
                .timeout(ANSWER)
                .method("HEAD", BodyPublishers.noBody())
                .build();
        HttpResponse<Void> answer = exchange(request, HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 200
                ? answer.headers()
                        .firstValueAsLong("Upload-Offset")
                        .orElse(answer.headers()
                                .firstValueAsLong("Content-Length")
                                .orElse(0))
                : 0;
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = json(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(
                    answer.statusCode(), body.path("detail").asText("the service answered " + answer.statusCode()));
        }
        return body;
    }

    private JsonNode json(byte[] body) throws IOException {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IOException("what answers at " + base + " is no uploader service", e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        try {
            return http.send(request, body);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new IOException("no service answers at " + base, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
