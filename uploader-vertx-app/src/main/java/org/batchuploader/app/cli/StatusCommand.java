package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.batchuploader.app.client.ServiceClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader status}: the newest uploads, or one with its history. */
@Command(name = "status", description = "Shows uploads and their states.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Mixin
    Connection connection = new Connection();

    @Parameters(arity = "0..1", paramLabel = "ID")
    @Nullable String id;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceClient service = connection.open(shared);
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            service.get("/api/v1/uploads?limit=50").path("uploads").forEach(upload -> line(out, upload));
        } else {
            JsonNode upload = service.get("/api/v1/uploads/" + id);
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
        out.flush();
        return 0;
    }

    private static void line(PrintWriter out, JsonNode upload) {
        out.println(upload.path("id").asText() + "  " + upload.path("state").asText() + "  "
                + upload.path("owner").asText() + "  " + upload.path("title").asText());
    }
}
