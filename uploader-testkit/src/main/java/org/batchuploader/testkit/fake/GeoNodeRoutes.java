package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of a fake GeoNode, and who answers. */
final class GeoNodeRoutes {
    private static final Pattern PK_OR_UUID = Pattern.compile("/executionrequest/[0-9a-f-]+");
    private static final Pattern PK = Pattern.compile("/(\\d+)(/|$)");

    private final FakeGeoNode fake;
    private final GeoNodePeople people;
    private final GeoNodeDatasets datasets;
    private final GeoNodeWork work;
    private final Faults faults;
    private final GeoNodeImports imports;

    GeoNodeRoutes(FakeGeoNode fake, GeoNodePeople people, GeoNodeDatasets datasets, GeoNodeWork work) {
        this.fake = fake;
        this.people = people;
        this.datasets = datasets;
        this.work = work;
        this.faults = fake.faults();
        this.imports = new GeoNodeImports(people, datasets, work, faults);
    }

    static String operation(Request request) {
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
            {"/groups", "groups"},
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

    ResponseDefinitionBuilder answer(Request request) throws IOException {
        if (people.isInactive(request)
                && faults.take(GeoNodeTroubles.SAYS_INACTIVE).isPresent()) {
            return GeoNodeAnswers.unauthorised("User inactive or deleted.", "authentication_failed");
        }
        if (faults.take(GeoNodeTroubles.READ_ONLY).isPresent()) {
            return WireMock.aResponse().withStatus(405).withBody("Error: Instance in read-only mode");
        }
        String operation = operation(request);
        return switch (operation) {
            case "ident" -> GeoNodeAnswers.ident();
            case "version" -> WireMock.ok("5.0.2").withHeader("Content-Type", "text/plain");
            case "userinfo" ->
                faults.take(GeoNodeTroubles.NO_OAUTH_APPLICATION).isPresent()
                        ? GeoNodePeople.nobody()
                        : people.userinfo(request);
            case "tokeninfo" -> people.tokeninfo(request);
            default -> guarded(operation, request);
        };
    }

    private ResponseDefinitionBuilder guarded(String operation, Request request) throws IOException {
        GeoNodePeople.Person asker = people.whoAsks(request).orElse(null);
        return asker == null
                ? GeoNodeAnswers.unauthorised("Invalid username/password.", "authentication_failed")
                : answer(operation, request, asker);
    }

    private ResponseDefinitionBuilder answer(String operation, Request request, GeoNodePeople.Person asker)
            throws IOException {
        return switch (operation) {
            case "users" -> people.list(request, asker);
            case "groups" -> people.groups(pk(request));
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
            case "upload" -> imports.upload(asker, request, fake.largestUpload());
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
        return imports.start(asker, args, fake.layers());
    }

    private ResponseDefinitionBuilder delete(long pk) {
        JsonNode dataset = datasets.find(pk).orElse(null);
        if (dataset == null) {
            return GeoNodeAnswers.notFound();
        }
        datasets.delete(pk);
        fake.layers()
                .deleted(
                        dataset.path("workspace").asText(),
                        dataset.path("store").asText(),
                        dataset.path("name").asText());
        return started(work.execution("", "delete", false, "", List.of()));
    }

    private ResponseDefinitionBuilder permit(Request request) throws IOException {
        if (faults.take(GeoNodeTroubles.DIRTY).isPresent()) {
            return GeoNodeAnswers.empty(400);
        }
        if (faults.take(GeoNodeTroubles.MODERATED).isPresent()) {
            datasets.holdBack(pk(request));
        } else {
            datasets.permit(pk(request), request);
        }
        return started(work.execution("", "permissions", false, "", List.of()));
    }

    private ResponseDefinitionBuilder thumbnail(Request request) {
        Request.Part file = request.getPart("file");
        if (file == null) {
            return GeoNodeAnswers.error(400, "Field file is required", "invalid");
        }
        String address = datasets.thumbnail(pk(request), file.getBody().asBytes().length);
        return GeoNodeAnswers.json(200, GeoNodeAnswers.object().put("thumbnail_url", address));
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
                .put("max_size", fake.largestUpload());
        return GeoNodeAnswers.json(200, body);
    }

    private static ResponseDefinitionBuilder started(String execution) {
        return GeoNodeAnswers.json(
                200, GeoNodeAnswers.object().put("status", "ready").put("execution_id", execution));
    }

    private boolean neverEnds() {
        return faults.take(GeoNodeTroubles.NEVER_ENDS).isPresent();
    }

    /** {@code FINISHED} without a layer, {@code finished} without a dataset, 200 and nothing changed, 404 and it is there. */
    ResponseDefinitionBuilder lie(Request request) throws IOException {
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
            case "dataset" -> {
                datasets.get(pk(request));
                yield GeoNodeAnswers.notFound();
            }
            case "datasets" -> {
                ObjectNode body = GeoNodeAnswers.object().put("total", 0);
                body.putArray("datasets");
                yield GeoNodeAnswers.json(200, body);
            }
            case "thumbnail" ->
                GeoNodeAnswers.json(
                        200, GeoNodeAnswers.object().put("thumbnail_url", "/uploaded/thumbs/never-stored.png"));
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
