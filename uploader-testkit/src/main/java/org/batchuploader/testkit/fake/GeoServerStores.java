package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.testkit.fake.GeoServerContents.Store;
import org.batchuploader.testkit.fake.GeoServerContents.Workspace;

/** Workspaces, and stores with what is put into them. */
final class GeoServerStores {
    private final GeoServerContents contents;
    private final GeoServerResources resources;
    private final SharedFiles shared;

    GeoServerStores(GeoServerContents contents, GeoServerResources resources, SharedFiles shared) {
        this.contents = contents;
        this.resources = resources;
        this.shared = shared;
    }

    ResponseDefinitionBuilder workspace(GeoServerCall call) throws IOException {
        return switch (call.operation()) {
            case "workspace.list" -> WireMock.okJson(list());
            case "workspace.create" -> createWorkspace(call.sent().path("name").asText());
            case "workspace.delete" -> {
                boolean removed = contents.workspaces.remove(call.workspace()) != null;
                yield removed ? WireMock.ok() : missingWorkspace(call.workspace());
            }
            default ->
                contents.workspaces.containsKey(call.workspace())
                        ? WireMock.okJson("{\"workspace\":{\"name\":\"" + call.workspace() + "\",\"isolated\":false}}")
                        : missingWorkspace(call.workspace());
        };
    }

    private String list() {
        List<String> named = contents.workspaces.keySet().stream()
                .map(name -> "{\"name\":\"" + name + "\"}")
                .toList();
        return named.isEmpty()
                ? "{\"workspaces\":\"\"}"
                : "{\"workspaces\":{\"workspace\":[" + String.join(",", named) + "]}}";
    }

    private ResponseDefinitionBuilder createWorkspace(String name) {
        if (!name.matches("[\\w.-]+")) {
            return Recorded.of("geoserver", "06-workspace-create-badname").answer();
        }
        if (contents.workspaces.putIfAbsent(name, Workspace.empty()) != null) {
            Recorded taken = Recorded.of("geoserver", "05-workspace-create-again");
            return taken.answer(taken.body().replace("&apos;up&apos;", "&apos;" + name + "&apos;"));
        }
        return Recorded.of("geoserver", "04-workspace-create").answer(name);
    }

    private static ResponseDefinitionBuilder missingWorkspace(String name) {
        Recorded missing = Recorded.of("geoserver", "03-workspace-missing");
        return missing.answer(missing.body().replace("nows", name));
    }

    ResponseDefinitionBuilder store(GeoServerCall call) throws IOException {
        Workspace workspace = contents.workspaces.get(call.workspace());
        if (workspace == null) {
            return missingWorkspace(call.workspace());
        }
        Optional<Store> store = contents.store(call.workspace(), call.kind(), call.store());
        if (call.operation().equals("store.list")) {
            return WireMock.okJson(list(workspace, call.kind()));
        }
        if (call.operation().equals("store.create") || call.operation().equals("store.update")) {
            return put(workspace, call.kind(), call.sent(), store);
        }
        if (store.isEmpty()) {
            Recorded missing = Recorded.of("geoserver", "60-delete-store-again");
            return missing.answer(missing.body().replace("up,nc", call.workspace() + "," + call.store()));
        }
        if (call.operation().equals("store.get")) {
            return WireMock.okJson(described(store.get()));
        }
        if (!store.get().resources().isEmpty() && !call.query("recurse").equals("true")) {
            return Recorded.of("geoserver", "58-delete-store-nonrecurse").answer();
        }
        contents.removeStore(call.workspace(), store.get());
        return Recorded.of("geoserver", "59-delete-store-recurse").answer();
    }

    /** An empty list is an empty text, as recorded of other lists. */
    private static String list(Workspace workspace, String kind) {
        ObjectNode body = GeoServerCall.JSON.createObjectNode();
        List<Store> stores = workspace.stores().values().stream()
                .filter(store -> store.kind().equals(kind))
                .toList();
        String plural = kind.equals("datastores") ? "dataStores" : "coverageStores";
        if (stores.isEmpty()) {
            return body.put(plural, "").toString();
        }
        ArrayNode names = body.putObject(plural).putArray(plural.substring(0, plural.length() - 1));
        stores.forEach(store -> names.addObject().put("name", store.name()));
        return body.toString();
    }

    private static String described(Store store) {
        ObjectNode body = GeoServerCall.JSON.createObjectNode();
        ArrayNode entries = body.putObject("dataStore")
                .put("name", store.name())
                .put("type", store.type())
                .put("enabled", true)
                .putObject("connectionParameters")
                .putArray("entry");
        store.connection()
                .forEach((key, value) ->
                        entries.addObject().put("@key", key).put("$", key.equals("passwd") ? "crypt1:abcdef" : value));
        return body.toString();
    }

    private static ResponseDefinitionBuilder put(
            Workspace workspace, String kind, JsonNode sent, Optional<Store> before) {
        Store store = before.orElseGet(() ->
                Store.empty(kind, sent.path("name").asText(), sent.path("type").asText("PostGIS")));
        for (JsonNode entry : sent.path("connectionParameters").path("entry")) {
            store.connection().put(entry.path("@key").asText(), entry.path("$").asText());
        }
        workspace.stores().put(store.key(), store);
        return before.isPresent()
                ? WireMock.ok()
                : WireMock.aResponse().withStatus(201).withBody(store.name());
    }

    /** A zip, a TIFF or a path. */
    ResponseDefinitionBuilder file(GeoServerCall call) {
        Workspace workspace = contents.workspaces.get(call.workspace());
        if (workspace == null) {
            return Recorded.of("geoserver", "13-shp-put-no-workspace").answer();
        }
        boolean external = call.operation().equals("external.put");
        if (external && !call.text().startsWith("/")) {
            return Recorded.of("geoserver", "76-external-relative").answer();
        }
        Map<String, FakeData> data;
        try {
            data = external ? shared.at(call.text()) : sent(call);
        } catch (IOException e) {
            return Recorded.of("geoserver", "40-shp-notzip").answer();
        }
        boolean raster = call.kind().equals("coveragestores");
        if (raster && data.isEmpty()) {
            return Recorded.of("geoserver", "48-tif-broken-put").answer();
        }
        Store store = workspace
                .stores()
                .computeIfAbsent(
                        call.kind() + "/" + call.store(),
                        key -> Store.empty(call.kind(), call.store(), raster ? "GeoTIFF" : "Shapefile"));
        store.data().clear();
        store.data().putAll(data);
        if (external) {
            store.connection().put("url", call.text());
        }
        if (raster) {
            resources.configureCoverage(call, workspace, store);
            Recorded put = Recorded.of("geoserver", "43-tif-put");
            return put.answer(put.body().replace("rgb", call.store()));
        }
        return WireMock.aResponse().withStatus(201);
    }

    private static Map<String, FakeData> sent(GeoServerCall call) throws IOException {
        byte[] body = call.request().getBody();
        if (call.kind().equals("coveragestores")) {
            String coverage = call.query("coverageName");
            return FakeTiff.read("file.geotiff", body)
                    .map(tiff -> Map.of(coverage, tiff))
                    .orElse(Map.of());
        }
        return FakeShapefile.among(BoundedZip.entries(body));
    }
}
