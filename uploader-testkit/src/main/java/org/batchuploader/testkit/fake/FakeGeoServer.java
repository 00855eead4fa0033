package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.testkit.fake.GeoServerContents.Store;
import org.batchuploader.testkit.fake.GeoServerContents.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A GeoServer that remembers. Its answers are those recorded from 2.27.1, with the names, CRSs, bounds and counts of what it
 * was given. Operations, by which faults are switched: {@code workspace}, {@code store}, {@code featuretype}, {@code coverage},
 * {@code layer} and {@code style} with {@code .get .list .create .update .delete}; {@code file.put}, {@code external.put},
 * {@code gwc.truncate}, {@code wms.getmap}, {@code wfs.getfeature}, {@code version.get}, {@code settings.get}.
 *
 * <p>Lies: data taken with 201 that cannot be read; a resource created with 201 that is not there; a map of status 200 that is
 * an exception report; one feature more than there are; anything else said to be done and not done.
 */
public final class FakeGeoServer extends FakeSystem {
    private final GeoServerContents contents = new GeoServerContents();
    private final ResourceBounds bounds = new ResourceBounds();
    private final SharedFiles shared = new SharedFiles();
    private final GeoServerResources resources = new GeoServerResources(contents, bounds);
    private final GeoServerStores stores = new GeoServerStores(contents, resources, shared);
    private final GeoServerLayers layers = new GeoServerLayers(contents);
    private final GeoServerServices services = new GeoServerServices(resources);
    private final Set<String> missingModules = new TreeSet<>();
    private volatile @Nullable String authorization;

    /** @param port 0 for any that is free */
    public FakeGeoServer(int port) {
        super(port, "/geoserver");
    }

    /** Accepts no others than these; any, unless told. */
    public synchronized FakeGeoServer credentials(String user, String password) {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** @param module {@code gwc}, {@code wms}, {@code wfs} or {@code wcs} */
    public synchronized FakeGeoServer without(String module) {
        missingModules.add(module);
        return this;
    }

    /** Reads what {@code external.*} points to below that folder. */
    public synchronized FakeGeoServer sharing(Path folder) {
        shared.share(folder);
        return this;
    }

    /** Where the tables of its stores of type PostGIS are. */
    public synchronized FakeGeoServer tables(FakeTables database) {
        resources.tables(database);
        return this;
    }

    /** @param toDegrees of a box in the CRS of that code, longitude first; knows degrees and Web Mercator unless told */
    public synchronized FakeGeoServer transforms(BiFunction<String, Envelope, Optional<Envelope>> toDegrees) {
        bounds.transform(toDegrees);
        return this;
    }

    /** Whether that layer is there and shows something of that store. */
    public synchronized boolean has(String workspace, String store, String layer) {
        Workspace there = contents.workspaces.get(workspace);
        return there != null
                && there.layers().containsKey(layer)
                && there.layers().get(layer).store().endsWith("/" + store);
    }

    /** Titles of what a store shows, by name of layer. */
    public synchronized Map<String, String> layers(String workspace, String store) {
        Map<String, String> titles = new TreeMap<>();
        Workspace there = contents.workspaces.getOrDefault(workspace, Workspace.empty());
        there.stores().values().stream().filter(s -> s.name().equals(store)).forEach(s -> s.resources()
                .forEach((name, resource) -> {
                    if (there.layers().containsKey(name)) {
                        titles.put(name, resource.path("title").asText());
                    }
                }));
        return titles;
    }

    /** Features that a layer serves, 1 for a raster; empty when there is no such layer. */
    public synchronized OptionalLong served(String workspace, String layer) {
        return resources
                .served(workspace, layer)
                .map(data -> OptionalLong.of(data.count()))
                .orElse(OptionalLong.empty());
    }

    /** SHA-256 of the files behind a layer by name, empty without files. */
    public synchronized Map<String, String> files(String workspace, String layer) {
        return resources.served(workspace, layer).map(FakeData::files).orElseGet(TreeMap::new);
    }

    /** A feature type or coverage as it would be described, {@code ""} when there is none. */
    public synchronized String describe(String workspace, String resource) {
        for (Store store : contents.workspaces
                .getOrDefault(workspace, Workspace.empty())
                .stores()
                .values()) {
            if (store.resources().containsKey(resource)) {
                return String.valueOf(store.resources().get(resource));
            }
        }
        return "";
    }

    /** The text of a style of a workspace, {@code ""} when there is none. */
    public synchronized String style(String workspace, String name) {
        return contents.workspaces
                .getOrDefault(workspace, Workspace.empty())
                .styles()
                .getOrDefault(name, "");
    }

    @Override
    public synchronized String state() {
        return contents.print();
    }

    @Override
    protected String operation(Request request) {
        return GeoServerCall.of(request).operation();
    }

    @Override
    protected synchronized ResponseDefinitionBuilder answer(Request request) throws IOException {
        GeoServerCall call = GeoServerCall.of(request);
        if (!call.isService() && !accepts(request.getHeader("Authorization"))) {
            return Recorded.of("geoserver", "02-wrong-password").answer();
        }
        return switch (call.operation().replaceFirst("\\..*", "")) {
            case "version" -> version();
            case "settings" -> settings(call.name());
            case "gwc" -> missingModules.contains("gwc") ? WireMock.notFound() : layers.truncate(call);
            case "workspace" -> stores.workspace(call);
            case "store" -> stores.store(call);
            case "file", "external" -> stores.file(call);
            case "featuretype", "coverage" -> resources.answer(call);
            case "layer" -> layers.layer(call);
            case "style" -> layers.style(call);
            default -> call.isService() ? services.answer(call) : WireMock.notFound();
        };
    }

    private boolean accepts(@Nullable String given) {
        return given != null && (authorization == null || given.equals(authorization));
    }

    private static ResponseDefinitionBuilder version() {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return Recorded.of("geoserver", "01-version").answer().withHeader("Date", now);
    }

    private ResponseDefinitionBuilder settings(String module) {
        return missingModules.contains(module)
                ? WireMock.notFound()
                : WireMock.okJson("{\"" + module + "\":{\"enabled\":true,\"name\":\"" + module + "\"}}");
    }

    @Override
    protected ResponseDefinitionBuilder refusal(Request request) {
        GeoServerCall call = GeoServerCall.of(request);
        return switch (call.operation()) {
            case "file.put" ->
                Recorded.of("geoserver", call.kind().equals("datastores") ? "40-shp-notzip" : "48-tif-broken-put")
                        .answer();
            case "external.put" ->
                Recorded.of("geoserver", "76-external-relative").answer();
            case "wfs.getfeature" -> Recorded.of("geoserver", "74-trunc-wfs").answer();
            case "wms.getmap" -> GeoServerServices.failedMap(call);
            default ->
                WireMock.forbidden().withHeader("Content-Type", "text/plain").withBody("Access is denied");
        };
    }

    @Override
    protected synchronized ResponseDefinitionBuilder lie(Request request) throws IOException {
        GeoServerCall call = GeoServerCall.of(request);
        return switch (call.operation()) {
            case "file.put", "external.put" -> {
                ResponseDefinitionBuilder said = answer(request);
                contents.store(call.workspace(), call.kind(), call.store())
                        .ifPresent(store -> store.data().replaceAll((name, data) -> data.withDamage()));
                yield said;
            }
            case "wfs.getfeature" -> services.hits(call, 1);
            case "wms.getmap" -> GeoServerServices.failedMap(call);
            default -> {
                boolean creating = request.getMethod().getName().equals("POST");
                yield WireMock.aResponse().withStatus(creating ? 201 : 200);
            }
        };
    }
}
