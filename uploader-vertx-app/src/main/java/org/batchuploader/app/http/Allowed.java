package org.batchuploader.app.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which methods an address takes, as a refused one has to be told (RFC 9110, 15.5.6). */
final class Allowed {
    private record Taken(HttpMethod method, Pattern path) {}

    private final List<Taken> taken = new ArrayList<>();

    /** @param path as routes have it, {@code /uploads/:id} or with a star at its end */
    void add(HttpMethod method, String path) {
        String pattern = path.replaceAll(":[a-z]+", "[^/]+").replace("*", ".*");
        taken.add(new Taken(method, Pattern.compile(pattern)));
    }

    /** For the header {@code Allow}. */
    String at(String path) {
        return taken.stream()
                .filter(t -> t.path().matcher(path).matches())
                .map(t -> t.method().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
