package org.batchuploader.geoserver.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.batchuploader.geoserver.recorded.Recorded;
import org.jspecify.annotations.Nullable;

/** A GeoServer that remembers: its answers are the recorded ones with names, CRS, bounds and counts of what it was given. */
final class FakeGeoServer implements ResponseDefinitionTransformerV2 {
    /** A store's files by entry name, and its resource when it has one. */
    record Store(Map<String, byte[]> files, Map<String, ObjectNode> resources) {}

    private static final JsonMapper JSON = new JsonMapper();

    final Map<String, Store> stores = new ConcurrentHashMap<>();
    volatile boolean workspace;
    volatile @Nullable Supplier<ResponseDefinitionBuilder> insteadOfFiles;
    volatile @Nullable Supplier<ResponseDefinitionBuilder> insteadOfWfs;
    volatile @Nullable Supplier<ResponseDefinitionBuilder> insteadOfResource;

    @Override
    public String getName() {
        return "fake-geoserver";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String path = request.getUrl().replaceAll("\\?.*", "").replaceFirst("^/geoserver", "");
        String[] parts = path.substring(1).split("/");
        try {
            return answer(request, parts).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResponseDefinitionBuilder answer(Request request, String[] parts) throws IOException {
        String method = request.getMethod().getName();
        if (parts[parts.length - 1].equals("ows")) {
            return hits(request);
        }
        if (parts[parts.length - 1].equals("wms")) {
            return png();
        }
        if (parts[1].equals("layers")) {
            String name = parts[2].replaceAll("^up:|\\.json$", "");
            return resource(name).isPresent() ? Recorded.of("10-shp-layer").answer() : missing();
        }
        if (parts.length <= 3) {
            return workspaces(method);
        }
        return switch (parts.length) {
            case 5 -> delete(parts[4]);
            case 6 -> method.equals("PUT") ? put(request, parts[3], parts[4]) : create(request, parts[4]);
            default -> resourceCall(request, parts[4], parts[6].replaceAll("\\.json$", ""));
        };
    }

    private ResponseDefinitionBuilder workspaces(String method) {
        if (method.equals("POST")) {
            workspace = true;
            return Recorded.of("04-workspace-create").answer();
        }
        return workspace
                ? ResponseDefinitionBuilder.okForJson(Map.of("workspace", Map.of("name", "up")))
                : Recorded.of("03-workspace-missing").answer();
    }

    private ResponseDefinitionBuilder delete(String store) {
        return stores.remove(store) == null
                ? Recorded.of("60-delete-store-again").answer()
                : ResponseDefinitionBuilder.responseDefinition().withStatus(200);
    }

    private ResponseDefinitionBuilder put(Request request, String kind, String name) throws IOException {
        Supplier<ResponseDefinitionBuilder> instead = insteadOfFiles;
        if (instead != null) {
            return instead.get();
        }
        Map<String, byte[]> files =
                kind.equals("datastores") ? unzip(request.getBody()) : Map.of("file.geotiff", request.getBody());
        Store before = stores.get(name);
        stores.put(name, new Store(files, before == null ? new ConcurrentHashMap<>() : before.resources()));
        if (kind.equals("coveragestores")) {
            String coverage = request.queryParameter("coverageName").firstValue();
            ObjectNode body =
                    (ObjectNode) JSON.readTree(Recorded.of("45-tif-coverage").body());
            ((ObjectNode) body.path("coverage")).put("name", coverage);
            box(body.path("coverage"), 7, 46.4, 7.8, 47);
            stores.get(name).resources().put(coverage, body);
            return Recorded.of("43-tif-put").answer();
        }
        return ResponseDefinitionBuilder.responseDefinition().withStatus(201);
    }

    private ResponseDefinitionBuilder create(Request request, String store) throws IOException {
        ObjectNode wanted = (ObjectNode) JSON.readTree(request.getBody()).path("featureType");
        String name = wanted.path("name").asText();
        ObjectNode body = (ObjectNode)
                JSON.readTree(Recorded.of("27-shp-badprj-featuretype-after").body());
        ((ObjectNode) body.path("featureType")).setAll(wanted);
        Objects.requireNonNull(stores.get(store), store).resources().put(name, body);
        return ResponseDefinitionBuilder.responseDefinition().withStatus(201);
    }

    private ResponseDefinitionBuilder resourceCall(Request request, String store, String name) throws IOException {
        Store there = stores.get(store);
        ObjectNode body = there == null ? null : there.resources().get(name);
        if (there == null || body == null) {
            return missing();
        }
        ObjectNode inner = (ObjectNode) body.elements().next();
        if (request.getMethod().getName().equals("PUT")) {
            inner.setAll(
                    (ObjectNode) JSON.readTree(request.getBody()).elements().next());
            return ResponseDefinitionBuilder.responseDefinition().withStatus(200);
        }
        Supplier<ResponseDefinitionBuilder> instead = insteadOfResource;
        if (instead != null) {
            return instead.get();
        }
        byte[] shp = there.files().get(name + ".shp");
        if (shp != null) {
            ByteBuffer header = ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN);
            box(inner, header.getDouble(36), header.getDouble(44), header.getDouble(52), header.getDouble(60));
        }
        return ResponseDefinitionBuilder.okForJson(body);
    }

    private ResponseDefinitionBuilder hits(Request request) {
        Supplier<ResponseDefinitionBuilder> instead = insteadOfWfs;
        if (instead != null) {
            return instead.get();
        }
        String name = request.queryParameter("typeNames").firstValue().replace("up:", "");
        Recorded recorded = Recorded.of("56-wfs-hits");
        return recorded.answer(
                recorded.body().replace("numberMatched=\"100\"", "numberMatched=\"" + count(name) + "\""));
    }

    /** Records by the index that was sent. */
    long count(String name) {
        byte[] shx = resource(name).orElseThrow().files().get(name + ".shx");
        return shx == null ? 1 : (shx.length - 100) / 8;
    }

    Optional<Store> resource(String name) {
        return stores.values().stream()
                .filter(store -> store.resources().containsKey(name))
                .findFirst();
    }

    private static void box(JsonNode resource, double x1, double y1, double x2, double y2) {
        ((ObjectNode) resource.path("latLonBoundingBox"))
                .put("minx", x1)
                .put("miny", y1)
                .put("maxx", x2)
                .put("maxy", y2);
    }

    private static Map<String, byte[]> unzip(byte[] body) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static ResponseDefinitionBuilder png() {
        return ResponseDefinitionBuilder.responseDefinition()
                .withHeader("Content-Type", "image/png")
                .withBody(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    }

    private static ResponseDefinitionBuilder missing() {
        return Recorded.of("18-shp-noprj-featuretype").answer();
    }
}
