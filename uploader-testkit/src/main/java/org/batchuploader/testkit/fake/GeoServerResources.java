package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.testkit.fake.GeoServerContents.Layer;
import org.batchuploader.testkit.fake.GeoServerContents.Store;
import org.batchuploader.testkit.fake.GeoServerContents.Workspace;
import org.jspecify.annotations.Nullable;

/** Feature types and coverages. What GeoServer makes of a CRS is as recorded: 404000 without one, nothing for one it does not know. */
final class GeoServerResources {
    private final GeoServerContents contents;
    private final ResourceBounds bounds;
    private FakeTables tables = (connection, table) -> Optional.empty();

    GeoServerResources(GeoServerContents contents, ResourceBounds bounds) {
        this.contents = contents;
        this.bounds = bounds;
    }

    void tables(FakeTables database) {
        tables = database;
    }

    /** The data behind a layer, as they are now. */
    Optional<FakeData> served(String workspace, String layer) {
        Workspace there = contents.workspaces.get(workspace);
        Layer found = there == null ? null : there.layers().get(layer);
        Store store = there == null || found == null ? null : there.stores().get(found.store());
        ObjectNode resource = store == null ? null : store.resources().get(layer);
        return store == null || resource == null
                ? Optional.empty()
                : Optional.ofNullable(data(store, resource.path("nativeName").asText()));
    }

    ResponseDefinitionBuilder answer(GeoServerCall call) throws IOException {
        Store store =
                contents.store(call.workspace(), call.kind(), call.store()).orElse(null);
        String verb = call.operation().replaceFirst(".*\\.", "");
        if (store == null) {
            return missing(call);
        }
        return switch (verb) {
            case "list" -> WireMock.okJson(list(call, store));
            case "create" -> create(call, store);
            default -> {
                ObjectNode resource = store.resources().get(call.name());
                yield resource == null ? missing(call) : one(call, verb, store, resource);
            }
        };
    }

    private static String list(GeoServerCall call, Store store) {
        if (call.query("list").equals("available")) {
            return "{\"list\":{\"string\":["
                    + quoted(store.data().keySet().stream().toList()) + "]}}";
        }
        String one = call.kind().equals("datastores") ? "featureType" : "coverage";
        List<String> named = store.resources().keySet().stream()
                .map(name -> "{\"name\":\"" + name + "\"}")
                .toList();
        return named.isEmpty()
                ? "{\"" + one + "s\":\"\"}"
                : "{\"" + one + "s\":{\"" + one + "\":[" + String.join(",", named) + "]}}";
    }

    private static String quoted(List<String> names) {
        return names.isEmpty() ? "" : "\"" + String.join("\",\"", names) + "\"";
    }

    private ResponseDefinitionBuilder create(GeoServerCall call, Store store) throws IOException {
        JsonNode wanted = call.sent();
        String name = wanted.path("name").asText();
        Workspace workspace = workspace(call);
        if (workspace.isTaken(name)) {
            Recorded taken = Recorded.of("geoserver", "29-shp-post-ft-taken");
            return taken.answer(taken.body().replace("second", name).replace("badprj", call.store()));
        }
        String nativeName = wanted.path("nativeName").asText(name);
        FakeData data = data(store, nativeName);
        if (data == null) {
            return WireMock.badRequest()
                    .withHeader("Content-Type", "text/plain")
                    .withBody("Trying to create new feature type inside the store, but no attributes were specified");
        }
        ObjectNode made = template("27-shp-badprj-featuretype-after");
        made.retain(List.of("projectionPolicy", "enabled", "advertised"));
        made.put("title", nativeName).put("nativeName", nativeName);
        bounds.guess(made, data);
        made.setAll((ObjectNode) wanted);
        bounds.compute(made, data);
        add(call, workspace, store, name, made, data.geometry());
        return Recorded.of("geoserver", "21-shp-bng-post-ft").answer();
    }

    /** As {@code configure=first} does; a coverage that is there stays as it is. */
    void configureCoverage(GeoServerCall call, Workspace workspace, Store store) {
        String name = call.query("coverageName");
        FakeData data = store.data().values().iterator().next();
        store.data().clear();
        store.data().put(name, data);
        if (store.resources().containsKey(name)) {
            return;
        }
        ObjectNode made = template("45-tif-coverage");
        made.retain(List.of("projectionPolicy", "enabled", "description"));
        made.put("title", name).put("nativeName", name).put("srs", "EPSG:4326");
        bounds.compute(made, data);
        add(call, workspace, store, name, made, "raster");
    }

    private static void add(
            GeoServerCall call, Workspace workspace, Store store, String name, ObjectNode made, String style) {
        made.put("name", name);
        made.putObject("namespace").put("name", call.workspace());
        made.putObject("store").put("name", call.workspace() + ":" + store.name());
        store.resources().put(name, made);
        workspace.layers().put(name, new Layer(store.key(), style));
    }

    private ResponseDefinitionBuilder one(GeoServerCall call, String verb, Store store, ObjectNode resource)
            throws IOException {
        switch (verb) {
            case "update" -> {
                resource.setAll((ObjectNode) call.sent());
                FakeData data = data(store, resource.path("nativeName").asText());
                if (data != null && call.query("recalculate").contains("latlonbbox")) {
                    bounds.compute(resource, data);
                }
                return WireMock.ok();
            }
            case "delete" -> {
                if (!call.query("recurse").equals("true")
                        && workspace(call).layers().containsKey(call.name())) {
                    return Recorded.of("geoserver", "58-delete-store-nonrecurse")
                            .answer();
                }
                store.resources().remove(call.name());
                workspace(call).layers().remove(call.name());
                return WireMock.ok();
            }
            default -> {
                String wrapper = call.kind().equals("datastores") ? "featureType" : "coverage";
                return WireMock.okJson(GeoServerCall.JSON
                        .createObjectNode()
                        .set(wrapper, resource)
                        .toString());
            }
        }
    }

    private @Nullable FakeData data(Store store, String nativeName) {
        if (store.connection().containsKey("dbtype")) {
            store.data().remove(nativeName);
            tables.find(store.connection(), nativeName).ifPresent(table -> store.data()
                    .put(
                            nativeName,
                            new FakeData(table.count(), table.extent(), table.geometry(), null, false, Map.of())));
        }
        return store.data().get(nativeName);
    }

    private Workspace workspace(GeoServerCall call) {
        return contents.workspaces.getOrDefault(call.workspace(), Workspace.empty());
    }

    private static ObjectNode template(String transcript) {
        try {
            JsonNode document = GeoServerCall.JSON.readTree(
                    Recorded.of("geoserver", transcript).body());
            return (ObjectNode) document.elements().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseDefinitionBuilder missing(GeoServerCall call) {
        boolean features = call.kind().equals("datastores");
        Recorded missing = Recorded.of("geoserver", features ? "18-shp-noprj-featuretype" : "47-tif-nogeo-coverage");
        String asked = call.workspace() + "," + call.store() + "," + call.name();
        return missing.answer(missing.body().replaceFirst("\\w+,\\w+,\\w+", asked));
    }
}
