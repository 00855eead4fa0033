package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.batchuploader.app.client.ServiceClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code uploader removals}: layers that are to be gone and are not, and trying again. */
@Command(
        name = "removals",
        description = "Shows layers whose removal was refused, for administrators, and tries again.",
        mixinStandardHelpOptions = true)
final class RemovalsCommand implements Callable<Integer> {
    private static final String REMOVALS = "/api/v1/admin/removals";

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Mixin
    Connection connection = new Connection();

    @Option(names = "--retry", paramLabel = "ID", description = "tries that removal again")
    @Nullable String retry;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceClient service = connection.open(shared);
        if (retry != null) {
            service.call("POST", REMOVALS + "/" + retry + "/retry", Map.of());
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        service.get(REMOVALS).path("removals").forEach(removal -> out.println(line(removal)));
        out.flush();
        return 0;
    }

    private static String line(JsonNode removal) {
        return String.join(
                "  ",
                removal.path("id").asText(),
                removal.path("layer").asText(),
                removal.path("owner").asText(),
                removal.path("since").asText(),
                removal.path("reason").asText());
    }
}
