package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.batchuploader.app.client.ServiceClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader status}: the queue and the newest uploads, or one upload with its history. */
@Command(name = "status", description = "Shows the queue, uploads and their states.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final String QUEUE = "/api/v1/queue";
    private static final String UPLOADS = "/api/v1/uploads";

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Mixin
    Connection connection = new Connection();

    @Parameters(arity = "0..1", paramLabel = "ID")
    @Nullable String id;

    @Option(names = "--json", description = "the service's answers as they are")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceClient service = connection.open(shared);
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            overview(out, service.get(QUEUE), service.get(UPLOADS + "?limit=50"));
        } else {
            upload(out, service.get(UPLOADS + "/" + id));
        }
        out.flush();
        return 0;
    }

    private void overview(PrintWriter out, JsonNode queue, JsonNode uploads) {
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .<ObjectNode>set("queue", queue)
                    .set("uploads", uploads.path("uploads")));
            return;
        }
        new QueueLines(out).print(queue);
        uploads.path("uploads").forEach(upload -> line(out, upload));
    }

    private void upload(PrintWriter out, JsonNode upload) {
        if (json) {
            out.println(upload);
            return;
        }
        line(out, upload);
        upload.path("datasets").forEach(dataset -> dataset.path("problems")
                .forEach(problem -> out.println("  " + problem.path("code").asText() + ": "
                        + problem.path("sentence").asText() + " "
                        + problem.path("hint").asText())));
        upload.path("history")
                .forEach(entry -> out.println("  " + entry.path("at").asText() + "  "
                        + entry.path("state").asText() + "  "
                        + entry.path("reason").asText()));
    }

    private static void line(PrintWriter out, JsonNode upload) {
        out.println(upload.path("id").asText() + "  " + upload.path("state").asText() + "  "
                + upload.path("owner").asText() + "  " + upload.path("title").asText());
    }
}
