package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongValuesTest {
    @TempDir
    Path folder;

    @Test
    void a_wrong_word_is_one_sentence_with_where_to_read_more() {
        Shell.Result result = Shell.run("serve", "--http-port", "eighty");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("--http-port", "eighty", "uploader serve --help");
    }

    @Test
    void a_mistyped_command_is_answered_with_the_nearest() {
        Shell.Result result = Shell.run("staus");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("staus", "status");
    }

    @Test
    void a_number_out_of_range_is_named_with_key_value_and_range() {
        Shell.Result result = Shell.run("serve", "--data", folder, "--http-port", "99999");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "uploader: http.port must be a whole number from 0 to 65535; it is \"99999\" (--http-port)");
    }

    @Test
    void users_that_geonode_keeps_are_not_kept_here_too() throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.yaml"),
                """
                users: {directory: geonode}
                publish: {portal: none}
                geonode: {url: "https://geonode.example", user: admin, password: secret-word}
                """);
        for (String command : List.of("add", "passwd", "disable", "enable", "remove", "groups")) {
            Shell.Result result = Shell.run("user", "--data", folder, "--config", file, command, "anna");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err().lines())
                    .containsExactly(
                            "uploader: users.directory says that GeoNode keeps the users, so they are changed there; accounts of ours would let nobody in");
        }
        assertThat(Shell.run("user", "--data", folder, "--config", file, "list").exitCode())
                .isEqualTo(1);
    }

    @Test
    void an_unknown_key_is_refused_with_the_nearest_known_one() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "http:\n  prot: 8080\n");
        Shell.Result result = Shell.run("config", "--config", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "uploader: the key http.prot in " + file + " is unknown; the nearest known one is http.port");
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_line() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "http:\n  port: [8080\n");
        Shell.Result result = Shell.run("config", "--config", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("is not valid YAML", "at line");
        Shell.Result absent = Shell.run("config", "--config", folder.resolve("none.yaml"));
        assertThat(absent.err().lines())
                .containsExactly("uploader: the configuration file " + folder.resolve("none.yaml") + " cannot be read");
    }

    @Test
    void the_configuration_in_force_is_printed_without_its_secrets() throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.yaml"),
                "http:\n  port: 8181\ngeoserver:\n  url: http://gs.example/geoserver\n  password: hunter2\n");
        Shell.Result result = Shell.run("config", "--config", file, "--data", folder);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("port: 8181", "password: \"***\"", "http://gs.example/geoserver")
                .doesNotContain("hunter2");
        Path again =
                Files.writeString(folder.resolve("again.yaml"), result.out().replace("\"***\"", "x"));
        assertThat(Shell.run("config", "--config", again).exitCode()).isZero();
    }

    @Test
    void a_wrong_ftp_xml_is_named_with_key_value_and_line() throws Exception {
        Path file = Files.writeString(
                folder.resolve("ftp.xml"), "<ftp>\n  <enabled>true</enabled>\n  <ftpPort>many</ftpPort>\n</ftp>\n");
        Shell.Result result = Shell.run("serve", "--data", folder.resolve("d"), "--ftp-xml", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("ftpPort", "many", "line 3").hasLineCount(1);
    }

    @Test
    void a_database_that_is_not_there_is_named_with_its_key() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path file = database("jdbc:postgresql://127.0.0.1:" + port + "/gis");
        Shell.Result result = Shell.run("serve", "--config", file, "--data", folder.resolve("d"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(":" + port + "/gis", "database.url").hasLineCount(1);
    }

    @Test
    void doors_alone_on_a_database_for_one_process_are_refused() {
        Shell.Result result = Shell.run("serve", "--role", "ftp,http", "--data", folder.resolve("d"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("worker", "database.url").hasLineCount(1);
        assertThat(Shell.run("serve", "--role", "cook").exitCode()).isEqualTo(2);
    }

    private Path database(String url) throws IOException {
        return Files.writeString(folder.resolve("database.yaml"), "database:\n  url: " + url + "\n  user: nobody\n");
    }
}
