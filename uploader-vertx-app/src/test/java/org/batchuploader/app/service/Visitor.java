package org.batchuploader.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks to the service over HTTP.
 *
 * @param login name and password with a colon between; absent for nobody
 */
public record Visitor(URI base, @Nullable String login) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> ENDINGS = List.of("PUBLISHED", "NEEDS_CORRECTION", "FAILED", "CANCELLED");

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** A small body of JSON. */
    public HttpResponse<String> json(String method, String path, Object body) throws IOException, InterruptedException {
        String text = body instanceof String given ? given : JSON.writeValueAsString(body);
        return send(method, path, BodyPublishers.ofString(text), "Content-Type", "application/json");
    }

    public HttpResponse<String> put(String name, BodyPublisher bytes, String... headers)
            throws IOException, InterruptedException {
        return send("PUT", "/api/v1/uploads/" + name, bytes, headers);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher bytes, String... headers)
            throws IOException, InterruptedException {
        return CLIENT.send(request(method, path, bytes, headers), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray());
    }

    /** Sends the file under its own name and answers the upload's id. */
    public String upload(Path file) throws IOException, InterruptedException {
        return received(put(file.getFileName().toString(), BodyPublishers.ofFile(file)));
    }

    /** The id of what was received. */
    public static String received(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = JSON.readTree(answer.body()).path("id").asText();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/uploads/" + id);
        return id;
    }

    /** What is there, as JSON. */
    public JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** The upload when it has come to an ending. */
    public JsonNode ending(String id) {
        return await("the ending of " + id)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> read("/api/v1/uploads/" + id),
                        upload -> ENDINGS.contains(upload.path("state").asText()));
    }

    /** The head of a request, for those who write to the socket themselves. */
    public String head(String method, String path, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        if (login != null) {
            head.append("Authorization: ").append(basic(login)).append("\r\n");
        }
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private HttpRequest request(String method, String path, BodyPublisher bytes, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, bytes);
        if (login != null) {
            request.header("Authorization", basic(login));
        }
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
