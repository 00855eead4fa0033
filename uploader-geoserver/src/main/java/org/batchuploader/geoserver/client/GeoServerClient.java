package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;

/**
 * A GeoServer 2.x by its REST, WMS and WFS. Thread-safe. For example:
 *
 * <pre>{@code
 * GeoServerClient geoserver = GeoServerClient.at(URI.create("https://maps.example.org/geoserver"))
 *         .credentials("admin", password)
 *         .answerLimit(Duration.ofSeconds(30))
 *         .build();
 * geoserver.workspaces().ensure("town");
 * geoserver.stores().putShapefile("town", "roads", "UTF-8", StreamedBody.of(Path.of("roads.zip")));
 * geoserver.resources().createFeatureType("town", "roads", Resource.declared("roads", "roads", "Roads", "EPSG:2056"));
 * OptionalLong features = geoserver.services().countFeatures("town", "roads");
 * }</pre>
 *
 * <p>Every call has time limits and reads a bounded answer. A call that only reads (GET) is repeated within
 * {@link GeoServerClientBuilder#repeats} while GeoServer is unavailable; a PUT, POST or DELETE never is. Throws
 * {@link RemoteException} with GeoServer's own sentence; names that are no plain names (letters, digits, {@code _ - .}) throw
 * {@link IllegalArgumentException} before anything is sent. Logs each call at DEBUG, without secrets.
 */
public final class GeoServerClient {
    /** As an administrator knows it. */
    public static final String SYSTEM = "GeoServer";

    private final RestCalls calls;

    GeoServerClient(RestCalls calls) {
        this.calls = calls;
    }

    /** @param base up to and with the context path, {@code http://localhost:8080/geoserver} */
    public static GeoServerClientBuilder at(URI base) {
        return new GeoServerClientBuilder(base);
    }

    /** Which GeoServer it is, and what time it is there. */
    public ServerInfo about() {
        Answer answer = calls.get("/rest/about/version.json");
        return new ServerInfo(version(answer), ServerInfo.date(answer));
    }

    private static String version(Answer answer) {
        try {
            JsonNode document = RestCalls.JSON.readTree(answer.body());
            List<JsonNode> parts = RestCalls.JSON
                    .treeToValue(document.path("about"), Documents.About.class)
                    .resource();
            return parts.stream()
                    .filter(part -> part.path("@name").asText().equals(SYSTEM))
                    .map(part -> part.path("Version").asText())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException | RuntimeException e) {
            throw new RemoteException.Refused(SYSTEM, "what answers is not GeoServer's REST: no version in it", e);
        }
    }

    public Workspaces workspaces() {
        return new Workspaces(calls);
    }

    public Stores stores() {
        return new Stores(calls);
    }

    public Resources resources() {
        return new Resources(calls);
    }

    public Layers layers() {
        return new Layers(calls);
    }

    public Services services() {
        return new Services(calls);
    }
}
