package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.batchuploader.remote.FeignTransport;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;

/**
 * A GeoServer. Thread-safe. Every call has time limits and reads a bounded answer; none is repeated. Throws
 * {@link RemoteException}; names that are no plain names (letters, digits, {@code _ - .}) throw
 * {@link IllegalArgumentException} before anything is sent.
 */
public final class GeoServerClient {
    static final String SYSTEM = "GeoServer";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");

    private final String base;
    private final RestApi rest;
    private final FileUpload files;
    private final OwsRequests ows;

    GeoServerClient(GeoServerClientBuilder builder) {
        this.base = builder.base();
        String authorization = builder.authorization();
        var transport = new HttpTransport(SYSTEM, builder.connectLimit(), builder.readLimit());
        Refusals refusals = new GeoServerRefusals();
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build();
        this.rest = Feign.builder()
                .client(new FeignTransport(transport, refusals))
                .encoder(new JacksonEncoder(json))
                .decoder(new JacksonDecoder(json))
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(request -> request.header("Authorization", authorization))
                .target(RestApi.class, base);
        this.files = new FileUpload(transport, refusals, authorization);
        this.ows = new OwsRequests(transport, refusals, base, authorization);
    }

    /** @param base up to and with the context path, {@code http://localhost:8080/geoserver} */
    public static GeoServerClientBuilder at(URI base) {
        return new GeoServerClientBuilder(base);
    }

    /** The version GeoServer says it is. */
    public String version() {
        return call(rest::about).about().resource().stream()
                .filter(part -> part.path("@name").asText().equals("GeoServer"))
                .map(part -> part.path("Version").asText())
                .findFirst()
                .orElse("unknown");
    }

    /** Creates the workspace when it is not there. */
    public void ensureWorkspace(String workspace) {
        if (find(() -> rest.workspace(name(workspace))).isPresent()) {
            return;
        }
        try {
            run(() -> rest.createWorkspace(new Documents.Workspace(new Documents.Named(workspace))));
        } catch (RemoteException.Conflict someoneElseJustDid) {
            return;
        }
    }

    /**
     * Puts a zipped shapefile into a store, made when it is not there, and configures no layer.
     *
     * @param charset of the attribute text
     */
    public void putShapefile(String workspace, String store, @Nullable String charset, StreamedBody zip) {
        String query = "?configure=none&update=overwrite" + (charset == null ? "" : "&charset=" + encode(charset));
        files.put(storeFile(workspace, StoreKind.DATASTORES, store, "file.shp" + query), "application/zip", zip);
    }

    /** Puts a GeoTIFF into a store, made when it is not there, with a coverage and a layer of that name. */
    public void putGeoTiff(String workspace, String store, String coverage, StreamedBody tiff) {
        String file = "file.geotiff?configure=first&coverageName=" + name(coverage);
        files.put(storeFile(workspace, StoreKind.COVERAGESTORES, store, file), "image/tiff", tiff);
    }

    public Optional<Resource> featureType(String workspace, String store, String name) {
        return find(() -> rest.featureType(name(workspace), name(store), name(name)))
                .map(Documents.FeatureType::featureType);
    }

    public void createFeatureType(String workspace, String store, Resource featureType) {
        run(() -> rest.createFeatureType(name(workspace), name(store), new Documents.FeatureType(featureType)));
    }

    /** Changes what is given of the feature type and computes its bounds anew. */
    public void updateFeatureType(String workspace, String store, String name, Resource featureType) {
        run(() -> rest.updateFeatureType(
                name(workspace), name(store), name(name), new Documents.FeatureType(featureType)));
    }

    public Optional<Resource> coverage(String workspace, String store, String name) {
        return find(() -> rest.coverage(name(workspace), name(store), name(name)))
                .map(Documents.Coverage::coverage);
    }

    /** Changes what is given of the coverage and computes its bounds anew. */
    public void updateCoverage(String workspace, String store, String name, Resource coverage) {
        run(() -> rest.updateCoverage(name(workspace), name(store), name(name), new Documents.Coverage(coverage)));
    }

    public boolean hasLayer(String workspace, String name) {
        Optional<JsonNode> layer = find(() -> rest.layer(name(workspace), name(name)));
        return layer.isPresent();
    }

    /** Deletes the store with everything in it and its files; false when there is none. */
    public boolean deleteStore(String workspace, StoreKind kind, String store) {
        try {
            run(() -> rest.deleteStore(name(workspace), kind.path(), name(store)));
            return true;
        } catch (RemoteException.NotFound gone) {
            return false;
        }
    }

    /** Features that WFS counts in a type; empty when it does not say. */
    public OptionalLong countFeatures(String workspace, String name) {
        return ows.hits(name(workspace), name(name));
    }

    /** Has WMS draw a small map, to see that it can. */
    public void drawMap(String workspace, String name, BoundingBox box) {
        ows.draw(name(workspace), name(name), box);
    }

    private URI storeFile(String workspace, StoreKind kind, String store, String fileAndQuery) {
        return URI.create(base + "/rest/workspaces/" + name(workspace) + "/" + kind.path() + "/" + name(store) + "/"
                + fileAndQuery);
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for GeoServer: \"" + name + "\"");
        }
        return name;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(call(call));
        } catch (RemoteException.NotFound none) {
            return Optional.empty();
        }
    }

    private static void run(Runnable call) {
        call(() -> {
            call.run();
            return true;
        });
    }

    private static <T> T call(Supplier<T> call) {
        try {
            T answer = call.get();
            if (answer == null) {
                throw new RemoteException.Refused(SYSTEM, "GeoServer answered with nothing");
            }
            return answer;
        } catch (FeignException e) {
            throw new RemoteException.Refused(SYSTEM, "what answers is not GeoServer's REST: " + e.getMessage(), e);
        }
    }
}
