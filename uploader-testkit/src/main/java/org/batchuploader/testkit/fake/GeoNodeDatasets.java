package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The datasets of a fake GeoNode. */
final class GeoNodeDatasets {
    /** ISO 19115's, of which a real GeoNode has rows. */
    private static final Set<String> CATEGORIES =
            Set.of("transportation", "boundaries", "environment", "inlandWaters", "elevation", "location");

    private static final List<String> GROUPS = List.of("anonymous", "registered-members", "planners");

    private final Map<Long, ObjectNode> datasets = new ConcurrentSkipListMap<>();
    private final Map<Long, Map<String, String>> permissions = new ConcurrentHashMap<>();
    private final Map<Long, Integer> thumbnails = new ConcurrentHashMap<>();
    private final Map<Long, Map<String, String>> sidecars = new ConcurrentHashMap<>();
    private final Set<Long> going = ConcurrentHashMap.newKeySet();
    private final AtomicLong keys = new AtomicLong(41);

    long add(String workspace, String store, String name, String title, GeoNodePeople.Person owner) {
        long pk = keys.incrementAndGet();
        String alternate = workspace + ":" + name;
        ObjectNode dataset = GeoNodeAnswers.object()
                .put("pk", Long.toString(pk))
                .put(
                        "uuid",
                        UUID.nameUUIDFromBytes((alternate + pk).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("name", name)
                .put("alternate", alternate)
                .put("workspace", workspace)
                .put("store", store)
                .put("title", title)
                .put("abstract", "No abstract provided")
                .put("detail_url", "/catalogue/#/dataset/" + pk);
        dataset.putArray("keywords");
        datasets.put(pk, dataset);
        permissions.put(pk, new ConcurrentSkipListMap<>(Map.of("anonymous", "download")));
        give(pk, owner);
        return pk;
    }

    void give(long pk, GeoNodePeople.Person owner) {
        ObjectNode dataset = datasets.get(pk);
        if (dataset != null) {
            dataset.putObject("owner").put("pk", Long.toString(owner.pk())).put("username", owner.name());
        }
    }

    Optional<Long> named(String workspace, String name) {
        return datasets.values().stream()
                .filter(dataset -> dataset.path("alternate").asText().equals(workspace + ":" + name))
                .map(dataset -> dataset.path("pk").asLong())
                .findFirst();
    }

    Optional<ObjectNode> find(long pk) {
        return Optional.ofNullable(datasets.get(pk));
    }

    Optional<ObjectNode> beginning(String name) {
        return datasets.values().stream()
                .filter(dataset -> dataset.path("name").asText().startsWith(name))
                .findFirst();
    }

    ResponseDefinitionBuilder list(Request request) {
        ObjectNode body = GeoNodeAnswers.object();
        ArrayNode found = body.putArray("datasets");
        var alternate = request.queryParameter("filter{alternate}");
        var beginning = request.queryParameter("filter{name.startswith}");
        datasets.values().stream()
                .filter(d ->
                        !alternate.isPresent() || d.path("alternate").asText().equals(alternate.firstValue()))
                .filter(d -> !beginning.isPresent() || d.path("name").asText().startsWith(beginning.firstValue()))
                .forEach(found::add);
        return GeoNodeAnswers.json(200, body.put("total", found.size()));
    }

    /** What is being deleted is still there at the first look. */
    ResponseDefinitionBuilder get(long pk) {
        ObjectNode dataset = datasets.get(pk);
        if (going.remove(pk)) {
            datasets.remove(pk);
        }
        return dataset == null
                ? GeoNodeAnswers.notFound()
                : GeoNodeAnswers.json(200, GeoNodeAnswers.object().set("dataset", dataset));
    }

    ResponseDefinitionBuilder change(long pk, Request request) throws IOException {
        ObjectNode dataset = datasets.get(pk);
        if (dataset == null) {
            return GeoNodeAnswers.notFound();
        }
        ObjectNode wanted = (ObjectNode) GeoNodeAnswers.JSON.readTree(request.getBody());
        JsonNode category = wanted.path("category").path("identifier");
        if (category.isTextual() && !CATEGORIES.contains(category.asText())) {
            return GeoNodeAnswers.error(400, "Invalid value: " + category.asText() + ".", "invalid");
        }
        List.of("owner", "alternate", "pk", "uuid").forEach(wanted::remove);
        dataset.setAll(wanted);
        return get(pk);
    }

    void delete(long pk) {
        going.add(pk);
    }

    ResponseDefinitionBuilder permissions(long pk) {
        Map<String, String> levels = permissions.get(pk);
        if (levels == null) {
            return GeoNodeAnswers.notFound();
        }
        ObjectNode body = GeoNodeAnswers.object();
        body.putArray("users");
        body.putArray("organizations");
        ArrayNode groups = body.putArray("groups");
        for (String name : GROUPS) {
            groups.addObject()
                    .put("id", GROUPS.indexOf(name) + 1)
                    .put("name", name)
                    .put("title", name)
                    .put("permissions", levels.getOrDefault(name, "none"));
        }
        return GeoNodeAnswers.json(200, body);
    }

    void permit(long pk, Request request) throws IOException {
        Map<String, String> levels = permissions.get(pk);
        if (levels != null) {
            GeoNodeAnswers.JSON
                    .readTree(request.getBody())
                    .path("groups")
                    .forEach(group -> levels.put(
                            GROUPS.get(group.path("id").asInt() - 1),
                            group.path("permissions").asText()));
        }
    }

    void holdBack(long pk) {
        find(pk).ifPresent(dataset -> dataset.put("is_approved", false));
        permissions.put(pk, new ConcurrentSkipListMap<>());
    }

    /** Where it can be fetched; another address for each. */
    String thumbnail(long pk, int bytes) {
        thumbnails.put(pk, bytes);
        String address = "/uploaded/thumbs/" + pk + "-thumb-" + keys.incrementAndGet() + ".png";
        find(pk).ifPresent(dataset -> dataset.put("thumbnail_url", "http://geonode.example" + address));
        return address;
    }

    /** What came with the data: {@code sld} and {@code xml}. */
    void sidecars(long pk, Map<String, String> texts) {
        sidecars.put(pk, texts);
    }

    Map<String, String> sidecars(long pk) {
        return sidecars.getOrDefault(pk, Map.of());
    }

    /** A line for each. */
    String state() {
        StringBuilder lines = new StringBuilder();
        datasets.forEach((pk, dataset) ->
                lines.append("dataset %s %s owner=%s title=%s keywords=%s category=%s permissions=%s thumbnail=%s%n"
                        .formatted(
                                pk,
                                dataset.path("alternate").asText(),
                                dataset.path("owner").path("username").asText(),
                                dataset.path("title"),
                                dataset.path("keywords").findValuesAsText("name"),
                                dataset.path("category").path("identifier").asText("-"),
                                permissions.get(pk),
                                thumbnails.getOrDefault(pk, 0))));
        return lines.toString();
    }
}
