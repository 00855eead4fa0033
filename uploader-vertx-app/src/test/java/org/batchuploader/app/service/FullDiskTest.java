package org.batchuploader.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.app.http.HttpSettings;
import org.batchuploader.app.http.HttpSource;
import org.batchuploader.app.http.LayerFiles;
import org.batchuploader.app.http.LoginCache;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.source.UploadSource;
import org.batchuploader.core.staging.LocalStagingArea;
import org.batchuploader.core.user.Owner;
import org.batchuploader.ftp.FtpAllowances;
import org.batchuploader.ftp.FtpSettings;
import org.batchuploader.ftp.FtpSource;
import org.batchuploader.geotools.GeoToolsInspector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that has no more room than what is kept in reserve. */
class FullDiskTest {
    @TempDir
    Path folder;

    private final InMemory memory = new InMemory(Clock.systemUTC(), new Ids());
    private Uploader uploader;

    @SuppressWarnings("NullAway.Init") // opened by each test
    private UploadSource door;

    @BeforeEach
    void fill() throws Exception {
        memory.users().add(Owner.named("anna"), "annas-secret");
        uploader = Uploader.builder(folder, new GeoToolsInspector())
                .users(memory.users())
                .staging(new LocalStagingArea(folder.resolve("staging"), new Ids(), Long.MAX_VALUE))
                .build();
    }

    @AfterEach
    void close() {
        door.close();
        uploader.close();
    }

    @Test
    void http_answers_507_and_is_not_ready() throws Exception {
        door = new HttpSource(
                new HttpSettings("127.0.0.1", 0, Duration.ofSeconds(30), 1 << 20, 10, 10, 10, false),
                uploader,
                memory.users(),
                Optional.empty(),
                new LoginCache(Clock.systemUTC()),
                new LayerFiles(folder.resolve("layers")),
                "token",
                Map.of(),
                Optional.empty());
        door.start(uploader.reception());
        Visitor anna = new Visitor(URI.create(door.addresses().get(0)), "anna:annas-secret");
        HttpResponse<String> answer = anna.put("a.zip", BodyPublishers.ofString("bytes"));
        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body()).contains("STAGING_FULL", "What was received is safe");
        HttpResponse<String> ready = anna.get("/readyz");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.headers().firstValue("Retry-After")).isPresent();
        assertThat(ready.body()).contains("\"staging\":\"down\"", "\"database\":\"up\"", "not ready");
    }

    @Test
    void ftp_answers_452() throws Exception {
        door = new FtpSource(
                FtpSettings.DEFAULT.withPort(0).withServerAddress("127.0.0.1"),
                FtpAllowances.ALL,
                id -> URI.create("http://localhost/"));
        door.start(uploader.reception());
        URI address = URI.create(door.addresses().get(0));
        try (Socket control = new Socket(address.getHost(), address.getPort())) {
            BufferedReader replies =
                    new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
            assertThat(replies.readLine()).startsWith("220");
            for (String command : List.of("USER anna", "PASS annas-secret", "EPSV")) {
                say(control, command);
            }
            assertThat(replies.readLine()).startsWith("331");
            assertThat(replies.readLine()).startsWith("230");
            String passive = replies.readLine();
            int port = Integer.parseInt(passive.replaceAll(".*\\|\\|\\|(\\d+)\\|.*", "$1"));
            try (Socket data = new Socket(address.getHost(), port)) {
                say(control, "STOR a.zip");
                data.shutdownOutput();
                String reply = replies.readLine();
                assertThat(reply.startsWith("150") ? replies.readLine() : reply).startsWith("452 ");
            }
        }
    }

    private static void say(Socket control, String command) throws Exception {
        control.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
