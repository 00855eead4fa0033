package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;

/** Stores and the data in them. None of these calls configures a feature type; those of coverages configure one. */
public final class Stores {
    private final RestCalls calls;

    Stores(RestCalls calls) {
        this.calls = calls;
    }

    /**
     * Puts a zipped shapefile into a store, made when it is not there.
     *
     * @param charset of the attribute text
     */
    public void putShapefile(String workspace, String store, @Nullable String charset, StreamedBody zip) {
        String query = "?configure=none&update=overwrite" + charset(charset);
        calls.send("PUT", path(workspace, StoreKind.DATASTORES, store) + "/file.shp" + query, "application/zip", zip);
    }

    /**
     * Has a store, made when it is not there, read a shapefile where it lies.
     *
     * @param path as GeoServer sees it, absolute and without {@code file:}, which GeoServer refuses with no word
     */
    public void linkShapefile(String workspace, String store, @Nullable String charset, String path) {
        String query = "?configure=none&update=overwrite" + charset(charset);
        calls.send(
                "PUT",
                path(workspace, StoreKind.DATASTORES, store) + "/external.shp" + query,
                "text/plain",
                plain(path));
    }

    /** Puts a GeoTIFF into a store, made when it is not there, with a coverage and a layer of that name. */
    public void putGeoTiff(String workspace, String store, String coverage, StreamedBody tiff) {
        String query = "?configure=first&coverageName=" + RestCalls.name(coverage);
        calls.send(
                "PUT", path(workspace, StoreKind.COVERAGESTORES, store) + "/file.geotiff" + query, "image/tiff", tiff);
    }

    /** As {@link #putGeoTiff}, read where it lies; the path is as in {@link #linkShapefile}. */
    public void linkGeoTiff(String workspace, String store, String coverage, String path) {
        String query = "?configure=first&coverageName=" + RestCalls.name(coverage);
        calls.send(
                "PUT",
                path(workspace, StoreKind.COVERAGESTORES, store) + "/external.geotiff" + query,
                "text/plain",
                plain(path));
    }

    /** The names of a workspace's data stores. */
    public List<String> names(String workspace) {
        return names(workspace, StoreKind.DATASTORES);
    }

    /** The names of a workspace's stores of that kind. */
    public List<String> names(String workspace, StoreKind kind) {
        boolean features = kind == StoreKind.DATASTORES;
        String checked = RestCalls.name(workspace);
        List<String> names = new ArrayList<>();
        calls.read(() -> features
                        ? calls.rest().dataStores(checked)
                        : calls.rest().coverageStores(checked))
                .path(features ? "dataStores" : "coverageStores")
                .path(features ? "dataStore" : "coverageStore")
                .forEach(store -> names.add(store.path("name").asText()));
        return List.copyOf(names);
    }

    public Optional<DataStore> find(String workspace, String dataStore) {
        return calls.find(() -> calls.rest().dataStore(RestCalls.name(workspace), RestCalls.name(dataStore)))
                .map(found -> described(dataStore, found.path("dataStore")));
    }

    private static DataStore described(String name, JsonNode store) {
        Map<String, String> parameters = new HashMap<>();
        store.path("connectionParameters")
                .path("entry")
                .forEach(entry -> parameters.put(
                        entry.path("@key").asText(), entry.path("$").asText()));
        return new DataStore(name, store.path("type").asText(), parameters);
    }

    /**
     * Declares a store of type PostGIS, or changes its parameters.
     *
     * @param parameters as GeoServer calls them: {@code host}, {@code port}, {@code database}, {@code schema}, {@code user}, {@code passwd}
     */
    public void putPostgis(String workspace, String store, Map<String, String> parameters) {
        var document = new Documents.DataStore(
                new Documents.Store(RestCalls.name(store), "PostGIS", true, Documents.Parameters.of(parameters)));
        if (find(workspace, store).isPresent()) {
            calls.run(() -> calls.rest().updateDataStore(workspace, store, document));
        } else {
            calls.run(() -> calls.rest().createDataStore(RestCalls.name(workspace), document));
        }
    }

    /** Deletes the store with everything in it, and the files that were put into it; false when there is none. */
    public boolean delete(String workspace, StoreKind kind, String store) {
        return calls.delete(
                () -> calls.rest().deleteStore(RestCalls.name(workspace), kind.path(), RestCalls.name(store)));
    }

    private static String path(String workspace, StoreKind kind, String store) {
        return "/rest/workspaces/" + RestCalls.name(workspace) + "/" + kind.path() + "/" + RestCalls.name(store);
    }

    private static String charset(@Nullable String charset) {
        return charset == null ? "" : "&charset=" + URLEncoder.encode(charset, StandardCharsets.UTF_8);
    }

    private static String plain(String path) {
        if (!path.matches("(/|[A-Za-z]:[/\\\\])\\P{Cntrl}*") || path.contains("..")) {
            throw new IllegalArgumentException("not a plain absolute path: \"" + path + "\"");
        }
        return path;
    }
}
