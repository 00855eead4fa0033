package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.batchuploader.app.client.Sender;
import org.batchuploader.app.client.ServiceClient;
import org.batchuploader.core.upload.UploadState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader send}: sends files to a service, resuming what breaks off. */
@Command(name = "send", description = "Sends files to a service.", mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    private static final int BAR = 30;

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Mixin
    Connection connection = new Connection();

    @Option(names = "--follow", description = "wait for the ending")
    boolean follow;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceClient service = connection.open(shared);
        requireReadable();
        service.get("/api/v1/me");
        Set<String> uploads = new LinkedHashSet<>();
        for (Path file : files) {
            uploads.add(send(service, file));
        }
        boolean good = true;
        for (String upload : follow ? uploads : Set.<String>of()) {
            good &= follow(service, upload);
        }
        return good ? 0 : 1;
    }

    /** Found out before anything is sent. */
    private void requireReadable() {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new CommandFailed(file + " is no file that can be read; nothing was sent");
            }
        }
    }

    private String send(ServiceClient service, Path file) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        long size = Files.size(file);
        long[] shown = {-1};
        JsonNode receipt = new Sender(service).send(file, position -> {
            long percent = size == 0 ? 100 : position * 100 / size;
            if (percent != shown[0]) {
                shown[0] = percent;
                int done = (int) (percent * BAR / 100);
                err.printf(
                        Locale.ROOT,
                        "\r%s [%s%s] %d %%",
                        file.getFileName(),
                        "#".repeat(done),
                        " ".repeat(BAR - done),
                        percent);
                err.flush();
            }
        });
        err.println();
        String id = receipt.path("id").asText();
        spec.commandLine()
                .getOut()
                .println(file.getFileName() + " received as upload " + id + "; "
                        + receipt.path("next").asText());
        return id;
    }

    private boolean follow(ServiceClient service, String id) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        int told = 0;
        while (true) {
            JsonNode upload = service.get("/api/v1/uploads/" + id);
            JsonNode history = upload.path("history");
            for (; told < history.size(); told++) {
                out.println(history.get(told).path("state").asText() + "  "
                        + history.get(told).path("reason").asText());
            }
            out.flush();
            UploadState state = UploadState.valueOf(upload.path("state").asText());
            if (state.isEnding()) {
                return state == UploadState.PUBLISHED;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
