package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    @TempDir
    Path folder;

    @Test
    void a_wrong_password_is_refused_and_the_third_ends_the_session() throws IOException {
        try (House house = House.at(folder)) {
            FTPClient client = house.connect();
            for (int i = 0; i < 3; i++) {
                assertThat(client.login("anna", "wrong")).isFalse();
                assertThat(client.getReplyString().trim()).isEqualTo("530 The user name or the password is wrong.");
            }
            await().until(() -> house.source.sessions() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "ftp"})
    void nobody_comes_in_without_a_name(String name) throws IOException {
        try (House house = House.at(folder)) {
            FTPClient client = house.connect();
            assertThat(client.login(name, "me@example.org")).isFalse();
            assertThat(client.getReplyCode()).isEqualTo(530);
        }
    }

    @Test
    void without_a_login_nothing_is_done() throws IOException {
        try (House house = House.at(folder);
                Line line = new Line(house.port())) {
            assertThat(line.say("PASS x")).startsWith("503 ");
            assertThat(line.say("STOR a.zip")).startsWith("530 ");
            assertThat(line.say("LIST")).startsWith("530 ");
        }
    }

    @Test
    void a_disabled_account_is_told_apart() throws IOException {
        assertThat(answerTo(credentials -> new Login.Disabled())).startsWith("530 This account is switched off");
    }

    @Test
    void a_throttled_login_is_told_when_to_come_back() throws IOException {
        assertThat(answerTo(credentials -> new Login.Throttled(Duration.ofSeconds(90))))
                .isEqualTo("421 Too many failed logins; try again in 90 seconds.");
    }

    @Test
    void a_directory_that_is_down_is_never_a_wrong_password() throws IOException {
        assertThat(answerTo(credentials -> {
                    throw new RemoteUnavailable("GeoNode", "connection refused");
                }))
                .startsWith("421 GeoNode does not answer");
    }

    @Test
    void the_directory_learns_the_address() throws IOException {
        var seen = new AtomicReference<String>();
        answerTo(credentials -> {
            seen.set(credentials.address());
            return new Login.Refused();
        });
        assertThat(seen).hasValue("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd.zip", "/../../etc/passwd.zip", "/etc/../../passwd.zip", "./.././passwd.zip"})
    void no_path_leads_out_of_the_jail(String path) throws IOException {
        try (House house = House.at(folder)) {
            FTPClient anna = house.client("anna");
            anna.makeDirectory("etc");
            assertThat(anna.storeFile(path, bytes())).isTrue();
            assertThat(house.fileNames()).containsExactly("passwd.zip");
            assertThat(anna.changeWorkingDirectory("../../..")).isTrue();
            assertThat(anna.printWorkingDirectory()).isEqualTo("/");
        }
    }

    @Test
    void owners_do_not_see_each_other_and_an_administrator_sees_them_below_incoming() throws IOException {
        try (House house = House.at(folder)) {
            house.client("anna").storeFile("a.zip", bytes());
            FTPClient otto = house.client("otto");
            assertThat(otto.listFiles()).isEmpty();
            assertThat(otto.changeWorkingDirectory("/incoming/anna")).isFalse();
            FTPClient root = house.client("root");
            assertThat(root.mlistDir("/incoming/anna"))
                    .extracting(FTPFile::getName)
                    .containsExactly("a.zip");
            assertThat(root.storeFile("/incoming/anna/b.zip", bytes())).isTrue();
            assertThat(house.uploads()).allMatch(u -> u.owner().equals("anna")).hasSize(2);
        }
    }

    @Test
    void names_that_cannot_be_are_refused_with_a_sentence() throws IOException {
        try (House house = House.at(folder);
                Line line = Line.loggedIn(house, "anna")) {
            line.passivePort();
            assertThat(line.say("STOR " + "x".repeat(300)))
                    .isEqualTo("553 The name is 300 bytes long; 255 is the most.");
            line.passivePort();
            assertThat(line.say("STOR a\0b.zip"))
                    .isEqualTo("553 A file name must not contain the invisible character U+0000.");
            assertThat(line.say("MKD a\\b")).startsWith("553 ");
            line.passivePort();
            assertThat(line.say("STOR none/a.zip")).isEqualTo("550 There is no folder none.");
            assertThat(line.say("STOR")).startsWith("501 ");
            line.passivePort();
            assertThat(line.say("STOR /")).startsWith("550 ");
        }
    }

    @Test
    void bytes_that_are_no_utf_8_and_lines_without_end_are_refused() throws IOException {
        try (House house = House.at(folder);
                Line line = Line.loggedIn(house, "anna")) {
            line.send("MKD Stra\u00dfe\r\n".getBytes(ISO_8859_1));
            assertThat(line.read()).startsWith("501 ");
            line.send(("MKD " + "x".repeat(10_000) + "\r\n").getBytes(UTF_8));
            assertThat(line.read()).startsWith("500 ");
            assertThat(line.say("NOOP")).startsWith("200 ");
        }
    }

    @Test
    void a_reply_is_sent_at_once() throws IOException {
        try (House house = House.at(folder);
                Line line = Line.loggedIn(house, "anna")) {
            line.say("NOOP");
            assertThat(house.source.repliesAtOnce()).isTrue();
        }
    }

    @Test
    void sessions_are_bounded_per_user_and_per_address() throws IOException {
        var limits = House.SETTINGS.limits().withSessions(10, 1, 3);
        try (House house = House.with(folder, House.SETTINGS.withLimits(limits))) {
            house.client("anna");
            try (Line second = new Line(house.port())) {
                second.say("USER anna");
                assertThat(second.say("PASS " + House.PASSWORD)).startsWith("421 You have 1 sessions open");
            }
            await().until(() -> house.source.sessions() == 1);
            house.connect();
            house.connect();
            FTPClient many = new FTPClient();
            assertThatThrownBy(() -> many.connect("127.0.0.1", house.port()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("421");
        }
    }

    private String answerTo(Function<Credentials, Login> answer) throws IOException {
        UserDirectory users = new UserDirectory() {
            @Override
            public Login login(Credentials credentials) {
                return answer.apply(credentials);
            }

            @Override
            public Optional<Owner> find(String name) {
                return Optional.empty();
            }
        };
        try (House house = House.withUsers(folder, users);
                Line line = new Line(house.port())) {
            assertThat(line.say("USER anna")).startsWith("331 ");
            return line.say("PASS x");
        }
    }

    private static ByteArrayInputStream bytes() {
        return new ByteArrayInputStream(new byte[] {1});
    }
}
