package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How datasets come into a fake GeoNode: by {@code updatelayers}, and by upload. */
final class GeoNodeImports {
    private static final String TRACEBACK =
            "Traceback (most recent call last):\n  File \"updatelayers.py\", line 103, in handle\n";

    private final GeoNodePeople people;
    private final GeoNodeDatasets datasets;
    private final GeoNodeWork work;
    private final Faults faults;

    GeoNodeImports(GeoNodePeople people, GeoNodeDatasets datasets, GeoNodeWork work, Faults faults) {
        this.people = people;
        this.datasets = datasets;
        this.work = work;
        this.faults = faults;
    }

    ResponseDefinitionBuilder start(GeoNodePeople.Person asker, List<String> args, FakeGeoNode.Layers layers) {
        GeoNodePeople.Person owner = people.named(after("-u", args)).orElse(null);
        String traceback = "";
        List<String> counts = new ArrayList<>(List.of());
        if (faults.take(GeoNodeTroubles.JOB_FAILS).isPresent()) {
            traceback = TRACEBACK + "Exception: Failed to process " + after("-f", args);
        } else if (faults.take(GeoNodeTroubles.JOB_LOSES_GEOSERVER).isPresent()) {
            traceback =
                    TRACEBACK + "requests.exceptions.ConnectionError: HTTPConnectionPool(host='geoserver', port=8080)";
        } else if (owner == null) {
            traceback =
                    TRACEBACK + "geonode.people.models.Profile.DoesNotExist: Profile matching query does not exist.";
        } else if (faults.take(GeoNodeTroubles.JOB_COUNTS_FAILURE).isPresent()) {
            counts.addAll(counts(0, 0, 1));
        } else {
            counts.addAll(update(args, owner, layers));
            if (faults.take(GeoNodeTroubles.JOB_FAILS_HALFWAY).isPresent()) {
                counts.clear();
                traceback = TRACEBACK + "Exception: Failed to process " + after("-f", args);
            }
        }
        var job = work.job(asker.pk(), args, String.join("\n", counts), traceback);
        var body = GeoNodeAnswers.object().put("success", true).putNull("error");
        return GeoNodeAnswers.json(201, body.set("data", job));
    }

    private List<String> update(List<String> args, GeoNodePeople.Person owner, FakeGeoNode.Layers layers) {
        String workspace = after("-w", args);
        String store = after("-s", args);
        int created = 0;
        int updated = 0;
        for (Map.Entry<String, String> layer : layers.in(workspace, store).entrySet()) {
            boolean known = datasets.named(workspace, layer.getKey()).isPresent();
            if (!layer.getKey().contains(after("-f", args)) || (known && args.contains("--skip-geonode-registered"))) {
                continue;
            }
            if (known) {
                updated++;
            } else {
                created++;
                datasets.add(workspace, store, layer.getKey(), layer.getValue(), owner);
            }
        }
        return counts(created, updated, 0);
    }

    private static List<String> counts(int created, int updated, int failed) {
        int all = created + updated + failed;
        return List.of(
                "Found " + all + " layers, starting processing",
                "",
                "Finished processing " + all + " layers in 1.23 seconds.",
                "",
                created + " Created layers",
                updated + " Updated layers",
                failed + " Failed layers",
                "1.23 seconds per layer");
    }

    private static String after(String flag, List<String> args) {
        int at = args.indexOf(flag);
        return at < 0 || at + 1 >= args.size() ? "" : args.get(at + 1);
    }

    ResponseDefinitionBuilder upload(GeoNodePeople.Person asker, Request request, long largest) {
        Request.Part base = request.getPart("base_file");
        String file = base == null || base.getFileName() == null ? "" : base.getFileName();
        String stem = file.replaceAll("\\..*", "");
        if (!asker.contributor()) {
            return GeoNodeAnswers.forbidden();
        }
        if (faults.take(GeoNodeTroubles.UPLOADS_AT_ONCE).isPresent()) {
            return GeoNodeAnswers.error(
                    400,
                    "The number of active parallel uploads exceeds 5. Wait for the pending ones to finish.",
                    "upload_parallelism_limit_exceeded");
        }
        if (request.getBody().length > largest) {
            return GeoNodeAnswers.error(
                    400,
                    "Total upload size exceeds " + largest + " bytes. Please try again.",
                    "total_upload_size_exceeded");
        }
        if (!file.endsWith(".shp") && !file.endsWith(".tif")) {
            return GeoNodeAnswers.error(500, "No handlers found for this dataset type.", "importer_exception");
        }
        for (String part : file.endsWith(".shp") ? List.of("dbf_file", "shx_file", "prj_file") : List.<String>of()) {
            if (request.getPart(part) == null) {
                return GeoNodeAnswers.error(400, part + ": No file was submitted.", "invalid");
            }
        }
        return taken(asker, request, file, stem);
    }

    private ResponseDefinitionBuilder taken(GeoNodePeople.Person asker, Request request, String file, String stem) {
        Optional<Long> replaced = Optional.ofNullable(request.getPart("resource_pk"))
                .map(part -> Long.parseLong(part.getBody().asString()))
                .filter(pk -> datasets.find(pk).isPresent());
        boolean fails = faults.take(GeoNodeTroubles.UPLOAD_FAILS).isPresent();
        boolean halfway = faults.take(GeoNodeTroubles.UPLOAD_FAILS_HALFWAY).isPresent();
        List<Long> made = new ArrayList<>();
        if (!fails) {
            String name = datasets.named("geonode", stem).isPresent() && replaced.isEmpty() ? stem + "_again" : stem;
            long pk = replaced.orElseGet(() -> datasets.add("geonode", "geonode_data", name, name, asker));
            datasets.sidecars(pk, sidecars(request));
            made.add(pk);
        }
        String log = fails || halfway ? "Partial import: the following layers failed: " + stem : "";
        String id = work.execution(file, replaced.isPresent() ? "replace" : "upload", fails || halfway, log, made);
        return GeoNodeAnswers.json(201, GeoNodeAnswers.object().put("execution_id", id));
    }

    private static Map<String, String> sidecars(Request request) {
        Map<String, String> texts = new TreeMap<>();
        for (String part : List.of("sld", "xml")) {
            Request.Part sent = request.getPart(part + "_file");
            if (sent != null) {
                texts.put(part, sent.getBody().asString());
            }
        }
        return texts;
    }
}
