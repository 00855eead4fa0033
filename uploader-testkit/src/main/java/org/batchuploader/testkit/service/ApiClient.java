package org.batchuploader.testkit.service;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run asks of the service over HTTP. */
public final class ApiClient {
    public static final Set<String> ENDINGS = Set.of("PUBLISHED", "NEEDS_CORRECTION", "FAILED", "CANCELLED");

    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([0-9a-z]{20})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private final Service service;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public ApiClient(Service service) {
        this.service = service;
    }

    /** Answers the id of the upload that was acknowledged. */
    public String put(Path file, String name) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/v1/uploads/" + name);
        HttpResponse<String> answer = client.send(
                request.PUT(HttpRequest.BodyPublishers.ofFile(file)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Answers the status. */
    public int cancel(String upload) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/uploads/" + upload).DELETE().build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** How many uploads are in each state. */
    public Map<String, Integer> states() throws IOException, InterruptedException {
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
    public List<String> layers() throws IOException {
        try (Stream<Path> folders = Files.list(service.data().resolve("layers"))) {
            return folders.filter(f -> Files.exists(f.resolve("index.html")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The newest upload with a file of that name. */
    public Optional<String> upload(String fileName) throws IOException, InterruptedException {
        for (String upload : get("/api/v1/uploads?limit=500").split("(?=\\{\"id\":\")")) {
            Matcher id = ID.matcher(upload);
            if (upload.contains("\"name\":\"" + fileName + "\"") && id.find()) {
                return Optional.of(id.group(1));
            }
        }
        return Optional.empty();
    }

    /** Waits for an ending and answers the upload as JSON. */
    public String ending(String upload) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String json = get("/api/v1/uploads/" + upload);
        while (!ENDINGS.contains(state(json)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            json = get("/api/v1/uploads/" + upload);
        }
        return json;
    }

    /** An upload's own state, which its JSON tells before those of its datasets. */
    public static String state(String json) {
        Matcher state = STATE.matcher(json);
        return state.find() ? state.group(1) : "";
    }

    /** Answers the status. */
    public int correct(String dataset, String correction) throws IOException, InterruptedException {
        return post("/api/v1/datasets/" + dataset + "/correction", correction);
    }

    /** Answers the status. */
    public int retry(String upload) throws IOException, InterruptedException {
        return post("/api/v1/uploads/" + upload + "/retry", "");
    }

    /** Answers the status. */
    public int addUser(String name, String password) throws IOException, InterruptedException {
        return post("/api/v1/admin/users", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    private int post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    public String get(String path) throws IOException, InterruptedException {
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
