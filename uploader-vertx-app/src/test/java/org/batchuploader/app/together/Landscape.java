package org.batchuploader.app.together;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.app.config.CatalogChoice;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.config.ConfigurationLoader;
import org.batchuploader.app.config.MetadataChoice;
import org.batchuploader.app.config.PortalChoice;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.Transformer;
import org.batchuploader.testkit.fake.Fakes;
import org.geotools.api.referencing.FactoryException;
import org.jspecify.annotations.Nullable;

/**
 * The three systems, seen from outside by plain calls of their own protocols: what each says of a layer. They are fakes,
 * or those of the configuration that the system property {@value #LIVE} names.
 */
final class Landscape implements AutoCloseable {
    private static final String LIVE = "live.config";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern MATCHED = Pattern.compile("numberMatched=\"(\\d+)\"|numberOfFeatures=\"(\\d+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path file;
    private final @Nullable Fakes fakes;
    private final CatalogChoice.GeoServer geoserver;
    private final PortalChoice.GeoNode geonode;
    private final MetadataChoice.GeoNetwork geonetwork;

    private Landscape(Path file, @Nullable Fakes fakes) {
        this.file = file;
        this.fakes = fakes;
        Configuration configuration =
                new ConfigurationLoader().file(file).load().configuration();
        this.geoserver = (CatalogChoice.GeoServer) configuration.catalog();
        this.geonode = (PortalChoice.GeoNode) configuration.portal();
        this.geonetwork = (MetadataChoice.GeoNetwork) configuration.metadata();
    }

    static Landscape open(Path folder) throws IOException {
        String live = System.getProperty(LIVE, "");
        if (!live.isEmpty()) {
            return new Landscape(Path.of(live), null);
        }
        return ofFakes(folder);
    }

    static Landscape ofFakes(Path folder) throws IOException {
        Fakes fakes = new Fakes(0);
        fakes.geoServer().transforms(Landscape::toDegrees);
        return new Landscape(Files.writeString(folder.resolve("fakes.yaml"), fakes.configuration()), fakes);
    }

    private static Optional<Envelope> toDegrees(String code, Envelope box) {
        try {
            return Transformer.from(code).transform(box);
        } catch (FactoryException e) {
            throw new AssertionError("no CRS of tests: " + code, e);
        }
    }

    /** Of a landscape that is known to be of fakes. */
    Fakes fakes() {
        return Objects.requireNonNull(fakes);
    }

    /** What a service that uses them is told. */
    Path configuration() {
        return file;
    }

    /** Features that GeoServer serves of that layer, 1 for a coverage; empty when it has no such layer. */
    OptionalLong served(String layer) {
        String workspace = geoserver.workspace();
        String description = geoserver.url() + "/rest/layers/" + workspace + ":" + layer + ".json";
        HttpResponse<String> described = get(description, gs(), "application/json");
        if (described.statusCode() == 404) {
            return OptionalLong.empty();
        }
        expect(200, described);
        if (json(described).path("layer").path("type").asText().equals("RASTER")) {
            return OptionalLong.of(1);
        }
        HttpResponse<String> hits = get(
                geoserver.url() + "/" + workspace + "/ows?service=WFS&version=2.0.0&request=GetFeature&resultType=hits"
                        + "&typeNames=" + workspace + ":" + layer,
                gs(),
                "*/*");
        Matcher matcher = MATCHED.matcher(hits.body());
        if (!matcher.find()) {
            // It may have gone between the two questions.
            expect(404, get(description, gs(), "application/json"));
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
    }

    /** Where GeoServer says that a vector layer lies: in degrees, longitude first. */
    Envelope degrees(String layer) {
        HttpResponse<String> described =
                get(geoserver.url() + "/rest/layers/" + geoserver.workspace() + ":" + layer + ".json", gs(), "*/*");
        expect(200, described);
        String resource =
                json(described).path("layer").path("resource").path("href").asText();
        JsonNode box = json(get(geoserver.url().resolve(resource).toString(), gs(), "application/json"))
                .path("featureType")
                .path("latLonBoundingBox");
        return new Envelope(
                box.path("minx").asDouble(),
                box.path("miny").asDouble(),
                box.path("maxx").asDouble(),
                box.path("maxy").asDouble());
    }

    /** The dataset in GeoNode. */
    Optional<JsonNode> dataset(String layer) {
        String alternate = URLEncoder.encode(geoserver.workspace() + ":" + layer, StandardCharsets.UTF_8);
        HttpResponse<String> answer = get(
                geonode.access().url() + "/api/v2/datasets/?filter%7Balternate%7D=" + alternate,
                gn(),
                "application/json");
        expect(200, answer);
        JsonNode found = json(answer).path("datasets");
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The record in GeoNetwork. */
    Optional<String> record(String uuid) {
        HttpResponse<String> answer =
                get(geonetwork.url() + "/srv/api/records/" + uuid + "/formatters/xml", network(), "application/xml");
        if (answer.statusCode() == 404 || answer.statusCode() == 403) {
            return Optional.empty();
        }
        expect(200, answer);
        return Optional.of(answer.body());
    }

    /** One line for people: what the three have of that layer. */
    String seen(String layer, String uuid) {
        OptionalLong served = served(layer);
        return String.format(
                "GeoServer %s, GeoNode %s, GeoNetwork %s",
                served.isPresent() ? served.getAsLong() + " served" : "-",
                dataset(layer).map(d -> "\"" + d.path("title").asText() + "\"").orElse("-"),
                record(uuid).isPresent() ? "record" : "-");
    }

    /** All that the fakes hold; nothing where they are real. */
    String state() {
        var all = new StringBuilder();
        if (fakes != null) {
            fakes.all().forEach(fake -> all.append(fake.state()));
        }
        return all.toString();
    }

    @Override
    public void close() {
        if (fakes != null) {
            fakes.close();
        }
    }

    private String gs() {
        return basic(geoserver.user(), geoserver.password().value());
    }

    private String gn() {
        var password = geonode.access().password();
        var token = geonode.access().token();
        return token != null
                ? "Bearer " + token.value()
                : basic(geonode.access().user(), password == null ? "" : password.value());
    }

    private String network() {
        return basic(geonetwork.user(), geonetwork.password().value());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String address, String authorization, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .header("Accept", accept)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
