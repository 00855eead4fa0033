package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A GeoNode 5 that remembers, made from its sources: users, jobs, uploads, execution requests, datasets, permissions. Its superuser is
 * {@value #ADMINISTRATOR}. Besides {@link Fault}s of its operations it has {@link GeoNodeTroubles} of its own.
 */
public final class FakeGeoNode extends FakeSystem {
    public static final String ADMINISTRATOR = "admin";
    public static final String PASSWORD = "geonode";

    /** Layers of a GeoServer. */
    @FunctionalInterface
    public interface Layers {
        /** Titles by layer name. */
        Map<String, String> in(String workspace, String store);

        /** GeoNode deletes the layer together with its dataset. */
        default void deleted(String workspace, String store, String name) {}
    }

    private final GeoNodePeople people = new GeoNodePeople();
    private final GeoNodeDatasets datasets = new GeoNodeDatasets();
    private final GeoNodeWork work = new GeoNodeWork();
    private final GeoNodeRoutes routes = new GeoNodeRoutes(this, people, datasets, work);
    private volatile Layers layers = (workspace, store) -> Map.of();
    private volatile long largestUpload = 100L * 1024 * 1024;

    /** @param port 0 for any that is free */
    public FakeGeoNode(int port) {
        super(port, "");
        people.add(ADMINISTRATOR, PASSWORD, "admin@example.org", true);
    }

    /** A user who may upload. */
    public FakeGeoNode user(String name, String password, String email) {
        people.add(name, password, email, false);
        return this;
    }

    /** A superuser. */
    public FakeGeoNode administrator(String name, String password, String email) {
        people.add(name, password, email, true);
        return this;
    }

    /** Makes a user a member of a group. */
    public FakeGeoNode member(String user, String group) {
        people.join(user, group);
        return this;
    }

    public FakeGeoNode disabled(String name) {
        people.disable(name);
        return this;
    }

    public FakeGeoNode token(String token, String user) {
        people.token(token, user);
        return this;
    }

    /** {@code updatelayers} finds these. */
    public FakeGeoNode seeing(Layers geoServer) {
        layers = geoServer;
        return this;
    }

    public FakeGeoNode largestUpload(long bytes) {
        largestUpload = bytes;
        return this;
    }

    Layers layers() {
        return layers;
    }

    long largestUpload() {
        return largestUpload;
    }

    /** Makes a dataset that somebody made by hand; its key. */
    public long dataset(String workspace, String store, String name, String owner) {
        return datasets.add(workspace, store, name, name, people.named(owner).orElseThrow());
    }

    /** Gives a dataset to another, as an administrator can. */
    public void give(String workspace, String name, String owner) {
        datasets.give(
                datasets.named(workspace, name).orElseThrow(),
                people.named(owner).orElseThrow());
    }

    /** The page of a dataset whose name begins so, as a browser would show it. */
    public Optional<String> page(String name) {
        return datasets.beginning(name).map(d -> "<h1>%s</h1><p>%s</p><p>%s</p><p>%s</p>"
                .formatted(
                        d.path("title").asText().replace("&", "&amp;").replace("<", "&lt;"),
                        d.path("abstract").asText(),
                        d.path("owner").path("username").asText(),
                        d.path("alternate").asText()));
    }

    /** What came with the data of the dataset whose name begins so, by part: {@code sld}, {@code xml}. */
    public Map<String, String> sidecars(String name) {
        return datasets.beginning(name)
                .map(dataset -> datasets.sidecars(dataset.path("pk").asLong()))
                .orElse(Map.of());
    }

    @Override
    public String state() {
        return datasets.state() + work.state();
    }

    @Override
    protected String operation(Request request) {
        return GeoNodeRoutes.operation(request);
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request) throws IOException {
        return routes.answer(request);
    }

    @Override
    protected ResponseDefinitionBuilder refusal(Request request) {
        return GeoNodeAnswers.refusal(operation(request));
    }

    @Override
    protected ResponseDefinitionBuilder lie(Request request) throws IOException {
        return routes.lie(request);
    }
}
