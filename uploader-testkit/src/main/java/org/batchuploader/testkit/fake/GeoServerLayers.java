package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.testkit.fake.GeoServerContents.Layer;
import org.batchuploader.testkit.fake.GeoServerContents.Store;
import org.batchuploader.testkit.fake.GeoServerContents.Workspace;

/** How layers look: styles, which style a layer has, and its tiles. */
final class GeoServerLayers {
    private static final Pattern LAYER_NAME = Pattern.compile("<layerName>([^<]+)</layerName>");

    private final GeoServerContents contents;

    GeoServerLayers(GeoServerContents contents) {
        this.contents = contents;
    }

    ResponseDefinitionBuilder layer(GeoServerCall call) throws IOException {
        Workspace workspace = contents.workspaces.getOrDefault(call.workspace(), Workspace.empty());
        Layer layer = workspace.layers().get(call.name());
        Store store = layer == null ? null : workspace.stores().get(layer.store());
        if (layer == null || store == null) {
            return WireMock.aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "text/plain")
                    .withBody("No such layer: " + call.workspace() + ":" + call.name());
        }
        return switch (call.operation()) {
            case "layer.update" -> {
                String style = call.sent().path("defaultStyle").path("name").asText(layer.style());
                if (!isStyle(workspace, style)) {
                    yield WireMock.aResponse().withStatus(500).withBody("No such style: " + style);
                }
                workspace.layers().put(call.name(), new Layer(layer.store(), style));
                yield Recorded.of("geoserver", "51-layer-style").answer();
            }
            case "layer.delete" -> {
                workspace.layers().remove(call.name());
                yield Recorded.of("geoserver", "57-delete-layer-only").answer();
            }
            default -> WireMock.okJson(describe(call, store, layer));
        };
    }

    private static boolean isStyle(Workspace workspace, String style) {
        return style.matches("point|line|polygon|raster|generic")
                || workspace.styles().containsKey(style.replaceFirst(".*:", ""));
    }

    private static String describe(GeoServerCall call, Store store, Layer layer) {
        boolean features = store.kind().equals("datastores");
        String href = "/geoserver/rest/workspaces/" + call.workspace() + "/" + store.kind() + "/" + store.name() + "/"
                + (features ? "featuretypes/" : "coverages/") + call.name() + ".json";
        return Recorded.of("geoserver", "10-shp-layer")
                .body()
                .replaceFirst("\"href\":\"[^\"]*featuretypes[^\"]*\"", "\"href\":\"" + href + "\"")
                .replace("\"name\":\"polygon\"", "\"name\":\"" + layer.style() + "\"")
                .replace("styles/polygon", "styles/" + layer.style())
                .replace("up:nc", call.workspace() + ":" + call.name())
                .replace("\"name\":\"nc\"", "\"name\":\"" + call.name() + "\"")
                .replace("\"VECTOR\"", features ? "\"VECTOR\"" : "\"RASTER\"")
                .replace(
                        "\"@class\":\"featureType\"", "\"@class\":\"" + (features ? "featureType" : "coverage") + "\"");
    }

    ResponseDefinitionBuilder style(GeoServerCall call) {
        Map<String, String> styles = call.workspace().isEmpty()
                ? contents.styles
                : contents.workspaces
                        .getOrDefault(call.workspace(), Workspace.empty())
                        .styles();
        if (call.operation().equals("style.create")) {
            String name = call.query("name");
            if (styles.putIfAbsent(name, call.text()) != null) {
                Recorded taken = Recorded.of("geoserver", "50-style-create-again");
                return taken.answer(taken.body().replace("poly_blue", name));
            }
            return Recorded.of("geoserver", "49-style-create").answer(name);
        }
        if (!styles.containsKey(call.name())) {
            return WireMock.aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "text/plain")
                    .withBody("No such style: " + call.name());
        }
        switch (call.operation()) {
            case "style.update" -> styles.put(call.name(), call.text());
            case "style.delete" -> styles.remove(call.name());
            default -> {
                return WireMock.okJson("{\"style\":{\"name\":\"" + call.name() + "\",\"format\":\"sld\"}}");
            }
        }
        return WireMock.ok();
    }

    /** GeoWebCache's way to throw away all tiles of a layer. */
    ResponseDefinitionBuilder truncate(GeoServerCall call) {
        if (call.operation().equals("gwc.get")) {
            return WireMock.okXml("<massTruncateRequests href=\"masstruncate\"/>");
        }
        Matcher layer = LAYER_NAME.matcher(call.text());
        if (!layer.find()) {
            return WireMock.badRequest();
        }
        contents.truncated.merge(layer.group(1), 1, Integer::sum);
        return WireMock.ok();
    }
}
