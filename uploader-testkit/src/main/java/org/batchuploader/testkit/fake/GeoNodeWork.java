package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a fake GeoNode works on: jobs and execution requests. Each has one look to go when it is made. */
final class GeoNodeWork {
    /** GeoNode says that a job is finished a moment before Celery knows how. */
    private static final String ENDING = "ENDING";

    private final Map<Long, ObjectNode> jobs = new ConcurrentSkipListMap<>();
    private final Map<String, ObjectNode> executions = new ConcurrentSkipListMap<>();
    private final AtomicLong count = new AtomicLong();

    /** A job that will say this when it has ended. */
    ObjectNode job(long user, List<String> args, String output, String traceback) {
        long id = count.incrementAndGet();
        ObjectNode job = GeoNodeAnswers.object()
                .put("id", id)
                .put("command", "updatelayers")
                .put("app_name", "geonode.geoserver")
                .put("user", user)
                .put("status", "QUEUED")
                .put("output_message", output);
        ArrayNode arguments = job.putArray("args");
        args.forEach(arguments::add);
        job.putObject("kwargs");
        ObjectNode meta = job.putObject("celery_task_meta");
        if (traceback.isEmpty()) {
            meta.put("status", "SUCCESS").putNull("traceback");
        } else {
            meta.put("status", "SUCCESS").put("traceback", traceback);
        }
        jobs.put(id, job);
        ObjectNode asked = job.deepCopy();
        asked.remove("celery_task_meta");
        return asked.putNull("output_message");
    }

    ResponseDefinitionBuilder look(long id, boolean forever) {
        ObjectNode job = jobs.get(id);
        if (job == null) {
            return GeoNodeAnswers.notFound();
        }
        ObjectNode shown = job.deepCopy();
        switch (shown.path("status").asText()) {
            case "QUEUED" -> shown.putNull("output_message").remove("celery_task_meta");
            case ENDING ->
                shown.put("status", "FINISHED")
                        .putObject("celery_task_meta")
                        .put("status", "STARTED")
                        .putNull("traceback");
            default -> {}
        }
        if (!forever) {
            job.put("status", job.path("status").asText().equals("QUEUED") ? ENDING : "FINISHED");
        }
        return GeoNodeAnswers.json(200, shown);
    }

    /** A request that will have ended so after the first look. */
    String execution(String name, String action, boolean failed, String log, List<Long> resources) {
        String id = UUID.nameUUIDFromBytes(
                        ("execution" + count.incrementAndGet()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        ObjectNode request = GeoNodeAnswers.object()
                .put("exec_id", id)
                .put("status", "running")
                .put("end", failed ? "failed" : "finished")
                .put("name", name)
                .put("action", action)
                .put("log", log);
        ObjectNode output = request.putObject("output_params");
        ArrayNode made = output.putArray("resources");
        resources.forEach(pk -> made.addObject().put("id", pk).put("detail_url", "/catalogue/#/dataset/" + pk));
        if (failed) {
            output.putArray("errors").add(log);
        }
        executions.put(id, request);
        return id;
    }

    ResponseDefinitionBuilder look(String id, boolean forever) {
        ObjectNode request = executions.get(id);
        if (request == null) {
            return GeoNodeAnswers.notFound();
        }
        ObjectNode shown = shown(request);
        if (!forever) {
            request.put("status", request.path("end").asText());
        }
        return GeoNodeAnswers.json(200, GeoNodeAnswers.object().set("request", shown));
    }

    ResponseDefinitionBuilder list(String name) {
        ObjectNode body = GeoNodeAnswers.object();
        ArrayNode found = body.putArray("requests");
        for (ObjectNode request : executions.values()) {
            if (name.isEmpty() || request.path("name").asText().equals(name)) {
                found.add(shown(request));
                request.put("status", request.path("end").asText());
            }
        }
        return GeoNodeAnswers.json(200, body.put("total", found.size()).put("page", 1));
    }

    private static ObjectNode shown(ObjectNode request) {
        ObjectNode shown = request.deepCopy();
        shown.remove("end");
        if (shown.path("status").asText().equals("running")) {
            shown.putObject("output_params");
        }
        return shown;
    }

    /** A line for each job. */
    String state() {
        StringBuilder lines = new StringBuilder();
        jobs.forEach((id, job) -> lines.append("job ")
                .append(id)
                .append(' ')
                .append(job.path("status").asText().replace(ENDING, "FINISHED"))
                .append(' ')
                .append(job.path("args"))
                .append('\n'));
        return lines.toString();
    }
}
