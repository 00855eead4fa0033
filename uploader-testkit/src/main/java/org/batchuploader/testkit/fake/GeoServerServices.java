package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Base64;
import java.util.Optional;

/** WMS, WFS and WCS as far as somebody asks who wants to know whether a layer works. */
final class GeoServerServices {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private final GeoServerResources resources;

    GeoServerServices(GeoServerResources resources) {
        this.resources = resources;
    }

    ResponseDefinitionBuilder answer(GeoServerCall call) {
        return switch (call.operation()) {
            case "wms.getmap" -> map(call);
            case "wfs.getfeature" -> hits(call, 0);
            default -> exception("InvalidParameterValue", "No such operation " + call.operation());
        };
    }

    private ResponseDefinitionBuilder map(GeoServerCall call) {
        String layer = call.query("layers");
        Optional<FakeData> data = data(call, layer);
        if (data.isEmpty()) {
            Recorded missing = Recorded.of("geoserver", "54-wms-getmap-missing");
            return missing.answer(missing.body().replace("up:nope", layer));
        }
        return data.get().damaged()
                ? failedMap(call)
                : WireMock.ok().withHeader("Content-Type", "image/png").withBody(PIXEL);
    }

    /** Status 200 with an exception report. */
    static ResponseDefinitionBuilder failedMap(GeoServerCall call) {
        Recorded failed = Recorded.of("geoserver", "75-trunc-wms");
        return failed.answer(failed.body().replace("Layers: nc", "Layers: " + unqualified(call.query("layers"))));
    }

    /** @param beside the truth */
    ResponseDefinitionBuilder hits(GeoServerCall call, int beside) {
        String type = call.query("typeNames");
        Optional<FakeData> data = data(call, type);
        if (data.isEmpty()) {
            return exception("InvalidParameterValue", "Feature type " + type + " unknown");
        }
        if (data.get().damaged()) {
            return Recorded.of("geoserver", "74-trunc-wfs").answer();
        }
        Recorded hits = Recorded.of("geoserver", "56-wfs-hits");
        return hits.answer(hits.body()
                .replace(
                        "numberMatched=\"100\"",
                        "numberMatched=\"" + (data.get().count() + beside) + "\"")
                .replace("up%3Anc", type.replace(":", "%3A")));
    }

    private Optional<FakeData> data(GeoServerCall call, String qualified) {
        String workspace = qualified.contains(":") ? qualified.substring(0, qualified.indexOf(':')) : call.workspace();
        return resources.served(workspace, unqualified(qualified));
    }

    private static String unqualified(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static ResponseDefinitionBuilder exception(String code, String text) {
        Recorded report = Recorded.of("geoserver", "74-trunc-wfs");
        return report.answer(report.body()
                .replace("NoApplicableCode", code)
                .replace("java.nio.BufferUnderflowException", text.replace("<", "&lt;")));
    }
}
