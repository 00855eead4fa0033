package org.batchuploader.geoserver.recorded;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.batchuploader.geoserver.client.BoundingBox;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.Resource;
import org.batchuploader.geoserver.client.StoreKind;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.Repeats;
import org.batchuploader.remote.StreamedBody;
import org.batchuploader.testkit.fake.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each recorded answer, given to the call that asks for it, and what the client makes of it. */
class TranscriptsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final BoundingBox BOX = new BoundingBox(-85, 33, -75, 37);
    private static final StreamedBody BODY = () -> new ByteArrayInputStream(new byte[100]);
    private static final Resource NC = Resource.declared("nc", "nc", "NC", "EPSG:4267");

    private static final Map<String, Function<GeoServerClient, Object>> CALLS = Map.ofEntries(
            Map.entry("version", geoserver -> geoserver.about().version()),
            Map.entry("workspaces", geoserver -> geoserver.workspaces().names()),
            Map.entry("may create", geoserver -> geoserver.workspaces().mayCreate("up")),
            Map.entry("ensure", geoserver -> done(() -> geoserver.workspaces().ensure("up"))),
            Map.entry("shapefile", geoserver -> done(() -> geoserver.stores().putShapefile("up", "nc", null, BODY))),
            Map.entry("tiff", geoserver -> done(() -> geoserver.stores().putGeoTiff("up", "rgb", "rgb", BODY))),
            Map.entry("link", geoserver -> done(() -> geoserver.stores().linkShapefile("up", "nc", null, "/d/nc.shp"))),
            Map.entry("store", geoserver -> geoserver.stores().find("up", "nc").isPresent()),
            Map.entry("delete", geoserver -> geoserver.stores().delete("up", StoreKind.DATASTORES, "nc")),
            Map.entry("types", geoserver -> geoserver.resources().featureTypes("up", "nc")),
            Map.entry("available", geoserver -> geoserver.resources().available("up", "nc")),
            Map.entry(
                    "type",
                    geoserver -> told(
                            geoserver.resources().featureType("up", "nc", "nc").orElse(null))),
            Map.entry(
                    "coverage",
                    geoserver -> told(
                            geoserver.resources().coverage("up", "rgb", "rgb").orElse(null))),
            Map.entry("new type", geoserver -> done(() -> geoserver.resources().createFeatureType("up", "nc", NC))),
            Map.entry(
                    "change type",
                    geoserver -> done(() -> geoserver.resources().updateFeatureType("up", "nc", "nc", NC))),
            Map.entry("layer", geoserver -> geoserver.layers().find("up", "nc").orElseThrow()),
            Map.entry("style", geoserver -> done(() -> geoserver.layers().putStyle("up", "blue", "1.0.0", "<a/>"))),
            Map.entry("set style", geoserver -> done(() -> geoserver.layers().setStyle("up", "nc", null, "blue"))),
            Map.entry("map", geoserver -> done(() -> geoserver.services().drawMap("up", "nc", BOX))),
            Map.entry(
                    "count",
                    geoserver -> geoserver.services().countFeatures("up", "nc").orElseThrow()));

    @ParameterizedTest(name = "{0}: {1} gives {2}")
    @CsvFileSource(resources = "transcripts.csv", delimiter = '|', maxCharsPerColumn = 1000)
    void a_recorded_answer_means(String transcript, String call, String meaning) {
        SERVER.stubFor(
                any(anyUrl()).willReturn(Recorded.of("geoserver", transcript).answer()));
        GeoServerClient client = GeoServerClient.at(URI.create(SERVER.baseUrl() + "/geoserver"))
                .credentials("admin", "secret-word")
                .repeats(Repeats.NEVER)
                .build();

        assertThat(outcome(client, Objects.requireNonNull(CALLS.get(call), call)))
                .as(transcript)
                .isEqualTo(meaning);
    }

    private static String outcome(GeoServerClient client, Function<GeoServerClient, Object> call) {
        try {
            return String.valueOf(call.apply(client));
        } catch (RemoteException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static String told(@Nullable Resource resource) {
        return resource == null
                ? "none"
                : resource.name() + ", " + resource.srs() + ", " + resource.projectionPolicy() + ", at "
                        + resource.latLonBoundingBox();
    }

    private static String done(Runnable call) {
        call.run();
        return "done";
    }
}
