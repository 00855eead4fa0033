package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GeoNode 5 that remembers, made from its sources: users, jobs, uploads, execution requests, datasets, permissions. Its superuser is
 * {@value #ADMINISTRATOR}. Besides {@link Fault}s of its operations it has troubles of its own, switched by their names with any fault.
 */
public final class FakeGeoNode extends FakeSystem {
    public static final String ADMINISTRATOR = "admin";
    public static final String PASSWORD = "geonode";

    /** {@code updatelayers} raises before it did anything; the job is {@code FINISHED}. */
    public static final String JOB_FAILS = "job-fails";
    /** It raises after it made the dataset. */
    public static final String JOB_FAILS_HALFWAY = "job-fails-halfway";
    /** It raises because GeoServer is away. */
    public static final String JOB_LOSES_GEOSERVER = "job-loses-geoserver";
    /** It counts a failed layer and does not raise. */
    public static final String JOB_COUNTS_FAILURE = "job-counts-failure";
    /** Jobs and requests stay on their way. */
    public static final String NEVER_ENDS = "never-ends";
    /** 400 without a word at a change of permissions. */
    public static final String DIRTY = "dirty";
    /** As many uploads as GeoNode allows are running. */
    public static final String UPLOADS_AT_ONCE = "uploads-at-once";
    /** The import fails with nothing made. */
    public static final String UPLOAD_FAILS = "upload-fails";
    /** The import fails and leaves a dataset behind. */
    public static final String UPLOAD_FAILS_HALFWAY = "upload-fails-halfway";
    /** {@code userinfo} knows nobody. */
    public static final String NO_OAUTH_APPLICATION = "no-oauth-application";
    /** 405 to everything. */
    public static final String READ_ONLY = "read-only";

    /** Layers of a GeoServer. */
    @FunctionalInterface
    public interface Layers {
        /** Titles by layer name. */
        Map<String, String> in(String workspace, String store);
    }

    private static final Pattern PK_OR_UUID = Pattern.compile("/executionrequest/[0-9a-f-]+");
    private static final Pattern PK = Pattern.compile("/(\\d+)(/|$)");

    private final GeoNodePeople people = new GeoNodePeople();
    private final GeoNodeDatasets datasets = new GeoNodeDatasets();
    private final GeoNodeWork work = new GeoNodeWork();
    private final GeoNodeImports imports = new GeoNodeImports(people, datasets, work, faults());
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

    @Override
    public String state() {
        return datasets.state() + work.state();
    }

    @Override
    protected String operation(Request request) {
        String path = path(request);
        String method = request.getMethod().getName();
        String[][] operations = {
            {"/ident.json", "ident"},
            {"/version.txt", "version"},
            {"/userinfo", "userinfo"},
            {"/tokeninfo", "tokeninfo"},
            {"/transfer_resources", "transfer"},
            {"/commands/", method.equals("POST") ? "command" : "commands"},
            {"/management/jobs/", "job"},
            {"/executionrequest/", PK_OR_UUID.matcher(path).find() ? "execution" : "executions"},
            {"/delete", "delete"},
            {"/permissions", method.equals("GET") ? "permissions" : "permit"},
            {"/set_thumbnail", "thumbnail"},
            {"/uploads/upload", "upload"},
            {"/upload-size-limits/", "limits"},
            {"/users/", "users"},
            {"/datasets/", method.equals("PATCH") ? "change" : PK.matcher(path).find() ? "dataset" : "datasets"}
        };
        for (String[] operation : operations) {
            if (path.contains(operation[0])) {
                return operation[1];
            }
        }
        return "unknown";
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request) throws IOException {
        if (faults().take(READ_ONLY).isPresent()) {
            return WireMock.aResponse().withStatus(405).withBody("Error: Instance in read-only mode");
        }
        String operation = operation(request);
        switch (operation) {
            case "ident":
                return GeoNodeAnswers.json(
                        200, GeoNodeAnswers.object().put("version", "5.0.2").put("name", "A map"));
            case "version":
                return WireMock.ok("5.0.2").withHeader("Content-Type", "text/plain");
            case "userinfo":
                return faults().take(NO_OAUTH_APPLICATION).isPresent()
                        ? GeoNodePeople.nobody()
                        : people.userinfo(request);
            case "tokeninfo":
                return people.tokeninfo(request);
            default:
                GeoNodePeople.Person asker = people.whoAsks(request).orElse(null);
                return asker == null
                        ? GeoNodeAnswers.unauthorised("Invalid username/password.", "authentication_failed")
                        : answer(operation, request, asker);
        }
    }

    private ResponseDefinitionBuilder answer(String operation, Request request, GeoNodePeople.Person asker)
            throws IOException {
        return switch (operation) {
            case "users" -> people.list(request, asker);
            case "transfer" -> asker.superuser() ? people.transfer(request, datasets) : GeoNodeAnswers.forbidden();
            case "commands" -> asker.superuser() ? commands() : GeoNodeAnswers.forbidden();
            case "command" -> asker.superuser() ? command(request, asker) : GeoNodeAnswers.forbidden();
            case "job" -> work.look(pk(request), neverEnds());
            case "executions" -> {
                var name = request.queryParameter("filter{name}");
                yield work.list(name.isPresent() ? name.firstValue() : "");
            }
            case "execution" -> work.look(path(request).replaceAll("/$", "").replaceAll(".*/", ""), neverEnds());
            case "datasets" -> datasets.list(request);
            case "dataset" -> datasets.get(pk(request));
            case "change" -> datasets.change(pk(request), request);
            case "delete" -> delete(pk(request));
            case "permissions" -> datasets.permissions(pk(request));
            case "permit" -> permit(request);
            case "thumbnail" -> thumbnail(request);
            case "upload" -> imports.upload(asker, request, largestUpload);
            case "limits" -> limits();
            default -> GeoNodeAnswers.notFound();
        };
    }

    private ResponseDefinitionBuilder command(Request request, GeoNodePeople.Person asker) throws IOException {
        if (!path(request).endsWith("/updatelayers/")) {
            return GeoNodeAnswers.json(
                    404, GeoNodeAnswers.object().put("success", false).put("error", "Command not found"));
        }
        List<String> args = new ArrayList<>();
        GeoNodeAnswers.JSON.readTree(request.getBody()).path("args").forEach(arg -> args.add(arg.asText()));
        return imports.start(asker, args, layers);
    }

    private ResponseDefinitionBuilder delete(long pk) {
        JsonNode dataset = datasets.find(pk).orElse(null);
        if (dataset == null) {
            return GeoNodeAnswers.notFound();
        }
        datasets.delete(pk);
        return started(work.execution("", "delete", false, "", List.of()));
    }

    private ResponseDefinitionBuilder permit(Request request) throws IOException {
        if (faults().take(DIRTY).isPresent()) {
            return GeoNodeAnswers.empty(400);
        }
        datasets.permit(pk(request), request);
        return started(work.execution("", "permissions", false, "", List.of()));
    }

    private ResponseDefinitionBuilder thumbnail(Request request) {
        Request.Part file = request.getPart("file");
        if (file == null) {
            return GeoNodeAnswers.error(400, "Field file is required", "invalid");
        }
        datasets.thumbnail(pk(request), file.getBody().asBytes().length);
        return GeoNodeAnswers.json(200, GeoNodeAnswers.object().put("thumbnail_url", "/uploaded/thumbs/1.png"));
    }

    private static ResponseDefinitionBuilder commands() {
        ObjectNode body = GeoNodeAnswers.object().put("success", true).putNull("error");
        body.putArray("data").add("ping_mngmt_commands_http").add("updatelayers");
        return GeoNodeAnswers.json(200, body);
    }

    private ResponseDefinitionBuilder limits() {
        ObjectNode body = GeoNodeAnswers.object();
        body.putArray("upload-size-limits")
                .addObject()
                .put("slug", "dataset_upload_size")
                .put("max_size", largestUpload);
        return GeoNodeAnswers.json(200, body);
    }

    private static ResponseDefinitionBuilder started(String execution) {
        return GeoNodeAnswers.json(
                200, GeoNodeAnswers.object().put("status", "ready").put("execution_id", execution));
    }

    private boolean neverEnds() {
        return faults().take(NEVER_ENDS).isPresent();
    }

    @Override
    protected ResponseDefinitionBuilder refusal(Request request) {
        return switch (operation(request)) {
            case "userinfo" -> GeoNodePeople.nobody();
            case "permit", "permissions", "delete" -> GeoNodeAnswers.empty(403);
            case "upload" -> GeoNodeAnswers.error(400, "shapefile: the files are not valid.", "invalid");
            case "datasets", "dataset" -> GeoNodeAnswers.forbidden();
            default -> GeoNodeAnswers.error(400, "This is not allowed.", "invalid");
        };
    }

    /** {@code FINISHED} without a layer, {@code finished} without a dataset, 200 and nothing changed. */
    @Override
    protected ResponseDefinitionBuilder lie(Request request) throws IOException {
        return switch (operation(request)) {
            case "command" -> {
                ObjectNode body = GeoNodeAnswers.object().put("success", true).putNull("error");
                yield GeoNodeAnswers.json(201, body.set("data", work.job(1, List.of(), "", "")));
            }
            case "upload" ->
                GeoNodeAnswers.json(
                        201,
                        GeoNodeAnswers.object()
                                .put("execution_id", work.execution("lie", "upload", false, "", List.of())));
            case "delete", "permit" -> started(UUID.randomUUID().toString());
            case "change" -> datasets.get(pk(request));
            default -> GeoNodeAnswers.json(200, GeoNodeAnswers.object());
        };
    }

    private static String path(Request request) {
        return request.getUrl().replaceAll("\\?.*", "");
    }

    private static long pk(Request request) {
        Matcher found = PK.matcher(path(request));
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }
}
