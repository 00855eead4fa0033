package org.batchuploader.geonode.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;

/**
 * A GeoNode, 4.4 or 5. Thread-safe. Every call has time limits and reads a bounded answer; only those that read are repeated,
 * within {@link GeoNodeClientBuilder#repeats}. Logs each call at DEBUG, without secrets.
 * Throws {@link RemoteException}, with GeoNode's own sentence and code where it gives them.
 *
 * <pre>{@code
 * GeoNodeClient geonode = GeoNodeClient.at(URI.create("https://maps.example.org/"))
 *         .credentials("uploader", password)
 *         .build();
 * DatasetUpload files = DatasetUpload.shapefile("roads", StreamedBody.of(folder.resolve("roads.shp")))
 *         .part("shx", StreamedBody.of(folder.resolve("roads.shx")))
 *         .part("dbf", StreamedBody.of(folder.resolve("roads.dbf")))
 *         .part("prj", StreamedBody.of(folder.resolve("roads.prj")));
 * String execution = geonode.uploads().upload(files);
 * // ... until it has ended:
 * Optional<Execution> state = geonode.uploads().execution(execution);
 * }</pre>
 */
public final class GeoNodeClient {
    /** As an administrator knows it. */
    public static final String SYSTEM = "GeoNode";

    private final Calls calls;

    GeoNodeClient(Calls calls) {
        this.calls = calls;
    }

    /** @param base up to and with the context path, {@code https://maps.example.org/} */
    public static GeoNodeClientBuilder at(URI base) {
        return new GeoNodeClientBuilder(base);
    }

    /**
     * The same GeoNode, with the same limits, asked in another's name by HTTP Basic.
     *
     * @throws IllegalArgumentException when there is a colon in the user name
     */
    public GeoNodeClient as(String user, String password) {
        return new GeoNodeClient(calls.as(GeoNodeClientBuilder.basicOf(user, password)));
    }

    /** The version that GeoNode says it is, by {@code /ident.json} or {@code /version.txt}, which everybody may read; {@code unknown} when it does not say. */
    public String version() {
        Optional<String> ident = calls.find(() -> calls.rest().ident()).map(GeoNodeClient::version);
        return ident.filter(version -> !version.isEmpty()).orElseGet(this::versionText);
    }

    private static String version(JsonNode ident) {
        return ident.path("version").asText("");
    }

    private String versionText() {
        try {
            String text = calls.get("/version.txt").text().strip();
            return text.matches("[\\w.+-]{1,40}") ? text : "unknown";
        } catch (RemoteException.NotFound none) {
            return "unknown";
        }
    }

    /** What time it is for GeoNode, in whole seconds; empty when it does not say. */
    public Optional<Instant> time() {
        Answer answer = calls.get("/ident.json");
        try {
            return answer.headers().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("date"))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst()
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    public Users users() {
        return new Users(calls);
    }

    public Datasets datasets() {
        return new Datasets(calls);
    }

    public Jobs jobs() {
        return new Jobs(calls);
    }

    public Uploads uploads() {
        return new Uploads(calls);
    }
}
