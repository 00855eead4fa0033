package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserIT {
    @TempDir
    Path folder;

    @Test
    void users_are_added_changed_and_let_in_while_the_service_runs() throws Exception {
        try (Program service = Program.start(
                        folder, Map.of(), "serve", "--data", "data", "--http-port", "0", "--ftp-port", "0")
                .ready()) {
            assertThat(user("anna-first", "add", "anna").exitCode()).isZero();
            Program.Result twice = user("anna-first", "add", "anna");
            assertThat(twice.exitCode()).isEqualTo(1);
            assertThat(twice.err().lines()).containsExactly("uploader: there is a user named anna already");
            Program.Result weak = user("short", "add", "bert");
            assertThat(weak.exitCode()).isEqualTo(1);
            assertThat(weak.err()).contains("8 characters").doesNotContain("Exception");
            assertThat(user("anna-second", "passwd", "anna").exitCode()).isZero();

            Path image = SampleGeoTiff.named("sent.tif").writeTo(folder);
            Program.Result old = send(service, "anna-first", image);
            assertThat(old.exitCode()).isEqualTo(1);
            assertThat(old.err().lines()).containsExactly("uploader: Log in with your user name and password.");
            Program.Result sent = send(service, "anna-second", image);
            assertThat(sent.exitCode()).as(sent.err()).isZero();
            assertThat(sent.out()).contains("PUBLISHED");
        }
    }

    @Test
    void a_service_whose_users_geonode_keeps_adds_none_of_its_own() throws Exception {
        Map<String, String> environment = Map.of(
                "UPLOADER_USERS_DIRECTORY", "geonode",
                "UPLOADER_GEONODE_URL", "http://127.0.0.1:1/",
                "UPLOADER_GEONODE_PASSWORD", "secret-word",
                "UPLOADER_PUBLISH_PORTAL", "none",
                "UPLOADER_FTP_ENABLED", "false");
        try (Program service = Program.start(folder, environment, "serve", "--data", "data", "--http-port", "0")
                .ready()) {
            Program.Result refused = user("anna-first", "add", "anna");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err().lines()).singleElement().satisfies(line -> assertThat(line)
                    .contains("users.directory says that GeoNode keeps the users"));
            assertThat(service.out()).doesNotContain("password");
        }
    }

    @Test
    void a_password_is_never_taken_from_nowhere() throws Exception {
        Program.Result result = Program.run(folder, Map.of(), "user", "--data", "data", "add", "anna");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("UPLOADER_PASSWORD").doesNotContain("Exception");
    }

    private Program.Result user(String password, String... words) throws IOException {
        Object[] all = {"user", "--data", "data", words[0], words[1]};
        return Program.run(folder, Map.of("UPLOADER_PASSWORD", password), all);
    }

    private Program.Result send(Program service, String password, Path file) throws IOException {
        return Program.run(
                folder,
                Map.of("UPLOADER_PASSWORD", password),
                "send",
                "--to",
                service.address("http"),
                "--user",
                "anna",
                "--follow",
                file);
    }
}
