package org.batchuploader.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path folder;

    @Test
    void serve_says_its_first_password_and_addresses_people_can_use_and_then_ready() throws Exception {
        try (Program program = serve().ready()) {
            List<String> lines = program.out().lines().toList();
            assertThat(lines.get(0)).matches("first start: log in as admin with the password \\S{20}");
            assertThat(lines.get(1)).matches("http://localhost:\\d+/");
            assertThat(lines.get(2)).matches("ftp://localhost:\\d+/");
            assertThat(lines.subList(3, lines.size())).containsExactly("ready");
            assertThat(Files.readString(folder.resolve("data/logs/service.log")))
                    .doesNotContain("Flyway");
            Visitor admin = program.visitor("admin:" + program.firstPassword());
            assertThat(admin.get("/api/v1/me").statusCode()).isEqualTo(200);
            assertThat(program.stop().ended().exitCode()).isEqualTo(143);
        }
        try (Program again = serve().ready()) {
            assertThat(again.out()).doesNotContain("password");
        }
    }

    @Test
    void a_second_service_on_the_same_folder_is_refused_and_the_first_goes_on() throws Exception {
        try (Program first = serve().ready()) {
            Program.Result second = serve().ended();
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.out()).isEmpty();
            assertThat(sentence(second)).contains("in use by another process");
            Program.Result migrated = Program.run(folder, NOTHING, "migrate", "--data", "data");
            assertThat(migrated.exitCode()).isEqualTo(1);
            assertThat(sentence(migrated)).contains("in use by another process");
            assertThat(first.visitor("").get("/livez").statusCode()).isEqualTo(200);
            assertThat(Program.run(folder, NOTHING, "user", "--data", "data", "list")
                            .out())
                    .contains("admin  administrator");
        }
    }

    @Test
    void a_port_in_use_is_named_and_the_first_password_is_not_lost_with_it() throws Exception {
        for (String door : List.of("--http-port", "--ftp-port")) {
            try (ServerSocket taken = new ServerSocket(0)) {
                String other = door.equals("--http-port") ? "--ftp-port" : "--http-port";
                Program.Result result =
                        Program.run(folder, NOTHING, "serve", "--data", "data", door, taken.getLocalPort(), other, "0");
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.out()).doesNotContain("ready");
                assertThat(sentence(result)).contains("" + taken.getLocalPort());
            }
        }
        try (Program program = serve().ready()) {
            assertThat(program.firstPassword()).isNotBlank();
        }
    }

    @Test
    void a_data_folder_that_cannot_be_is_one_sentence() throws Exception {
        Files.writeString(folder.resolve("data"), "a file in the way");
        Program.Result result = serve().ended();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(sentence(result)).contains(folder.resolve("data").toString());
    }

    @Test
    void the_original_systems_ftp_xml_is_used() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path xml = Files.writeString(
                folder.resolve("ftp.xml"),
                """
                <!-- FTP service configuration -->
                <ftp>
                  <enabled>true</enabled>
                  <ftpPort>%d</ftpPort>
                  <idleTimeout>120</idleTimeout>
                  <serverAddress>127.0.0.1</serverAddress>
                  <passivePorts>2300-2400</passivePorts>
                  <passiveAddress></passiveAddress>
                  <passiveExternalAddress/>
                </ftp>
                """
                        .formatted(port));
        try (Program program = Program.start(
                        folder, NOTHING, "serve", "--data", "data", "--http-port", "0", "--ftp-xml", xml)
                .ready()) {
            assertThat(program.address("ftp")).hasToString("ftp://127.0.0.1:" + port + "/");
        }
    }

    @Test
    void the_environment_is_heeded_by_the_program() throws Exception {
        Program.Result result = Program.run(
                folder, Map.of("UPLOADER_HTTP_PORT", "8123", "UPLOADER_DATABASE_PASSWORD", "geheim"), "config");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("port: 8123").doesNotContain("geheim");
    }

    @Test
    void work_that_runs_at_sigterm_is_finished_or_handed_back() throws Exception {
        List<String> ids = new ArrayList<>();
        String login;
        try (Program program = serve().ready()) {
            login = "admin:" + program.firstPassword();
            for (int i = 0; i < 12; i++) {
                ids.add(program.visitor(login).upload(zip("work" + i)));
            }
            assertThat(program.stop().ended().exitCode()).isEqualTo(143);
        }
        assertThat(folder.resolve("data/run/service.json")).doesNotExist();
        try (Program program = serve().ready()) {
            for (String id : ids) {
                assertThat(program.visitor(login).ending(id).path("state").asText())
                        .isEqualTo("PUBLISHED");
            }
        }
    }

    @Test
    void after_a_kill_the_users_can_be_kept_without_a_service() throws Exception {
        try (Program program = serve().ready()) {
            program.kill();
        }
        assertThat(folder.resolve("data/run/service.json")).exists();
        Map<String, String> password = Map.of("UPLOADER_PASSWORD", "anna-secret");
        assertThat(Program.run(folder, password, "user", "--data", "data", "add", "anna")
                        .exitCode())
                .isZero();
        assertThat(Program.run(folder, NOTHING, "user", "--data", "data", "list")
                        .out())
                .contains("admin  administrator", "anna");
        Program.Result status = Program.run(folder, NOTHING, "status", "--data", "data");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(sentence(status)).contains("no service runs on this data folder");
    }

    private Program serve() throws IOException {
        return Program.start(folder, NOTHING, "serve", "--data", "data", "--http-port", "0", "--ftp-port", "0");
    }

    private Path zip(String base) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("sent").resolve(base));
        return new SampleZip()
                .files(SampleShapefile.points(base).rows(2000).writeTo(parts))
                .writeTo(folder.resolve(base + ".zip"));
    }

    /** The last line on the terminal: what a person reads. Stack traces are for the log. */
    private static String sentence(Program.Result result) {
        List<String> lines = result.err().lines().toList();
        String last = lines.get(lines.size() - 1);
        assertThat(last).startsWith("uploader: ").doesNotContain("Exception");
        assertThat(result.err()).doesNotContain("\tat ");
        return last;
    }
}
