package org.batchuploader.benchmarks.kill;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batchuploader.benchmarks.service.Service;

/** What the run asks of the service over HTTP. */
final class ApiClient {
    static final Set<String> ENDINGS = Set.of("PUBLISHED", "NEEDS_CORRECTION", "FAILED", "CANCELLED");

    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private final Service service;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    ApiClient(Service service) {
        this.service = service;
    }

    void put(Path file, String name) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/v1/uploads/" + name);
        HttpResponse<String> answer = client.send(
                request.PUT(HttpRequest.BodyPublishers.ofFile(file)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    /** How many uploads are in each state. */
    Map<String, Integer> states() throws IOException, InterruptedException {
        Map<String, Integer> states = new TreeMap<>();
        String after = "";
        do {
            String page = get("/api/v1/uploads?limit=100" + after);
            Matcher state = STATE.matcher(page);
            while (state.find()) {
                states.merge(state.group(1), 1, Integer::sum);
            }
            Matcher next = NEXT.matcher(page);
            after = next.find() ? "&after=" + next.group(1) : "";
        } while (!after.isEmpty());
        return states;
    }

    /** The names of all layers of the stand-in. */
    List<String> layers() throws IOException {
        try (Stream<Path> folders = Files.list(service.data().resolve("layers"))) {
            return folders.filter(f -> Files.exists(f.resolve("index.html")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        String login = service.user() + ":" + service.password();
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(service.http().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic);
    }
}
