package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The users of a fake GeoNode, and how they say who they are. */
final class GeoNodePeople {
    /** A user; contributors may add resources. */
    record Person(
            long pk,
            String name,
            String password,
            String email,
            boolean superuser,
            boolean contributor,
            boolean active) {
        Person disabled() {
            return new Person(pk, name, password, email, superuser, contributor, false);
        }
    }

    private final Map<String, Person> people = new ConcurrentSkipListMap<>();
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicLong keys = new AtomicLong(1000);

    void add(String name, String password, String email, boolean superuser) {
        people.put(name, new Person(keys.incrementAndGet(), name, password, email, superuser, true, true));
    }

    void join(String name, String group) {
        groups.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(group);
    }

    /** The groups that people made; everybody is a registered member besides. */
    ResponseDefinitionBuilder groups(long pk) {
        ArrayNode profiles = GeoNodeAnswers.JSON.createArrayNode();
        keyed(pk).ifPresent(person -> Stream.concat(
                        Stream.of("registered-members"), groups.getOrDefault(person.name(), List.of()).stream())
                .forEach(slug -> profiles.addObject().put("title", "Of " + slug).put("slug", slug)));
        return GeoNodeAnswers.json(200, profiles);
    }

    void disable(String name) {
        people.computeIfPresent(name, (key, person) -> person.disabled());
    }

    void token(String token, String name) {
        tokens.put(token, name);
    }

    Optional<Person> named(String name) {
        return Optional.ofNullable(people.get(name));
    }

    Optional<Person> keyed(long pk) {
        return people.values().stream().filter(person -> person.pk() == pk).findFirst();
    }

    Collection<Person> all() {
        return people.values();
    }

    /** Who asks, as Django REST Framework sees it; an inactive user is nobody. */
    Optional<Person> whoAsks(Request request) {
        return credentials(request, false).filter(Person::active);
    }

    boolean isInactive(Request request) {
        return credentials(request, false).filter(person -> !person.active()).isPresent();
    }

    /** @param cut whether a password ends at its first colon, as GeoNode's own middleware has it */
    private Optional<Person> credentials(Request request, boolean cut) {
        String header = request.containsHeader("Authorization") ? request.getHeader("Authorization") : "";
        if (header.startsWith("Bearer ")) {
            return Optional.ofNullable(tokens.get(header.substring("Bearer ".length())))
                    .flatMap(this::named);
        }
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        String pair =
                new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
        String[] parts = pair.split(":", cut ? 3 : 2);
        return people.values().stream()
                .filter(person ->
                        person.name().equals(parts[0]) || person.email().equalsIgnoreCase(parts[0]))
                .filter(person -> parts.length > 1 && person.password().equals(parts[1]))
                .findFirst();
    }

    ResponseDefinitionBuilder userinfo(Request request) {
        return credentials(request, true)
                .filter(Person::active)
                .map(this::userinfo)
                .orElseGet(GeoNodePeople::nobody);
    }

    private ResponseDefinitionBuilder userinfo(Person person) {
        ObjectNode body = GeoNodeAnswers.object()
                .put("sub", Long.toString(person.pk()))
                .put("name", person.name())
                .put("email", person.email())
                .put("preferred_username", person.name())
                .put("access_token", "not-for-logs");
        ArrayNode groups = body.putArray("groups").add("contributors");
        if (person.superuser()) {
            groups.add("admin");
        }
        return GeoNodeAnswers.json(200, body);
    }

    static ResponseDefinitionBuilder nobody() {
        ObjectNode body = GeoNodeAnswers.object().put("success", false).put("status", "error");
        body.putObject("errors").putArray("user").add("User is not authenticated.");
        return GeoNodeAnswers.json(401, body);
    }

    ResponseDefinitionBuilder tokeninfo(Request request) {
        String token = URLDecoder.decode(request.getBodyAsString().replaceFirst("^token=", ""), StandardCharsets.UTF_8);
        Person person =
                Optional.ofNullable(tokens.get(token)).flatMap(this::named).orElse(null);
        return person == null
                ? GeoNodeAnswers.json(403, GeoNodeAnswers.object().put("error", "invalid_token"))
                : GeoNodeAnswers.json(
                        200,
                        GeoNodeAnswers.object()
                                .put("user_id", person.pk())
                                .put("username", person.name())
                                .put("email", person.email())
                                .put("client_id", "field-app")
                                .put("expires_in", 3_600_000));
    }

    /** Superusers see everybody, others themselves. */
    ResponseDefinitionBuilder list(Request request, Person asker) {
        ObjectNode body = GeoNodeAnswers.object();
        ArrayNode users = body.putArray("users");
        people.values().stream()
                .filter(person -> asker.superuser() || person.equals(asker))
                .filter(person -> matches(request, "username", person.name()))
                .filter(person -> matches(request, "email", person.email()))
                .forEach(person -> users.addObject()
                        .put("pk", Long.toString(person.pk()))
                        .put("username", person.name())
                        .put("email", person.email())
                        .put("is_superuser", person.superuser())
                        .put("is_staff", person.superuser()));
        return GeoNodeAnswers.json(200, body.put("total", users.size()));
    }

    private static boolean matches(Request request, String field, String value) {
        var wanted = request.queryParameter("filter{" + field + "}");
        return !wanted.isPresent() || wanted.firstValue().equals(value);
    }

    ResponseDefinitionBuilder transfer(Request request, GeoNodeDatasets datasets) throws IOException {
        JsonNode body = GeoNodeAnswers.JSON.readTree(request.getBody());
        Person heir = keyed(body.path("newOwner").asLong()).orElse(null);
        if (heir == null) {
            return GeoNodeAnswers.notFound();
        }
        body.path("resources").forEach(pk -> datasets.give(pk.asLong(), heir));
        return GeoNodeAnswers.json(
                200, GeoNodeAnswers.JSON.getNodeFactory().textNode("Resources transfered successfully"));
    }
}
