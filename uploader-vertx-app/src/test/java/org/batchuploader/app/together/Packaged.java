package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.batchuploader.app.program.Program;
import org.batchuploader.app.service.Visitor;

/** The packaged service in front of a landscape, and the people who deliver to it. */
final class Packaged implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Path folder;
    private final Program program;

    private Packaged(Path folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    /** @param more variables of its environment */
    static Packaged start(Path folder, Landscape landscape, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("UPLOADER_ASSEMBLING_QUIET", "300ms");
        environment.put("UPLOADER_FTP_IDLETIMEOUT", "5m");
        Program program = Program.start(
                        folder,
                        environment,
                        "serve",
                        "--data",
                        "data",
                        "--config",
                        landscape.configuration(),
                        "--http-port",
                        "0",
                        "--ftp-port",
                        "0")
                .ready();
        return new Packaged(folder, program);
    }

    /** A new account. */
    Visitor user(String name, String... more) throws IOException {
        Program.Result added =
                Program.run(folder, Map.of("UPLOADER_PASSWORD", password(name)), (Object[]) words(name, more));
        assertThat(added.exitCode()).as(added.err()).isZero();
        return program.visitor(name + ":" + password(name));
    }

    private static String[] words(String name, String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"user", "--data", "data", "add", name}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return words;
    }

    FtpVisitor ftp(String name) throws IOException {
        return new FtpVisitor(program.address("ftp"), name, password(name));
    }

    /** Who may do everything. */
    Visitor administrator() {
        return program.visitor("admin:" + program.firstPassword());
    }

    /** The newest upload whose layer bears that name, published. */
    static JsonNode published(Visitor visitor, String layer) {
        return await("published " + layer).atMost(LONG).until(() -> newest(visitor, layer), upload -> upload.path(
                        "state")
                .asText()
                .equals("PUBLISHED"));
    }

    private static JsonNode newest(Visitor visitor, String layer) throws Exception {
        for (JsonNode upload : visitor.read("/api/v1/uploads").path("uploads")) {
            JsonNode whole = visitor.read("/api/v1/uploads/" + upload.path("id").asText());
            if (whole.path("datasets").path(0).path("layer").asText().equals(layer)) {
                return whole;
            }
        }
        return MissingNode.getInstance();
    }

    static void correct(Visitor visitor, JsonNode upload, Object correction) throws Exception {
        String dataset = upload.path("datasets").get(0).path("id").asText();
        assertThat(visitor.json("POST", "/api/v1/datasets/" + dataset + "/correction", correction)
                        .statusCode())
                .isEqualTo(202);
    }

    private static String password(String name) {
        return name + "-secret";
    }

    @Override
    public void close() {
        program.close();
    }
}
