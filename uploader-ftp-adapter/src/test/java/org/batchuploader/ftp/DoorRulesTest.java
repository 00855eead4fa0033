package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorRulesTest {
    @TempDir
    Path folder;

    @Test
    void who_knows_one_passive_port_knows_nothing_of_the_next() throws IOException {
        Set<Integer> steps = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        DataPorts range = new DataPorts("42000-43999");
        int before = 0;
        for (int i = 0; i < 40; i++) {
            try (ServerSocket socket = range.listen(InetAddress.getLoopbackAddress())) {
                ports.add(socket.getLocalPort());
                steps.add(socket.getLocalPort() - before);
                before = socket.getLocalPort();
            }
        }
        assertThat(steps).hasSizeGreaterThan(30);
        assertThat(ports).allMatch(port -> port >= 42000 && port <= 43999);
    }

    @Test
    void a_full_range_is_told_with_a_sentence() throws IOException {
        int free = freePort();
        DataPorts range = new DataPorts(String.valueOf(free));
        try (ServerSocket taken = range.listen(InetAddress.getLoopbackAddress())) {
            assertThat(taken.getLocalPort()).isEqualTo(free);
            assertThatThrownBy(() -> range.listen(InetAddress.getLoopbackAddress()))
                    .hasMessage("All ports for data connections are in use; try again in a moment.");
        }
    }

    @Test
    void only_the_peer_of_the_control_connection_gets_the_data_connection() throws IOException {
        try (House house = House.with(
                        folder, House.SETTINGS.withServerAddress(null).withPassiveAddress("0.0.0.0"));
                Line line = Line.loggedIn(house, "anna")) {
            int port = line.passivePort();
            try (Socket stranger = new Socket();
                    Socket mine = new Socket()) {
                stranger.bind(new InetSocketAddress(address("127.0.0.2"), 0));
                stranger.connect(new InetSocketAddress(address("127.0.0.1"), port));
                assertThat(line.say("STOR a.zip")).startsWith("150 ");
                mine.connect(new InetSocketAddress(address("127.0.0.1"), port));
                mine.getOutputStream().write(new byte[] {'P', 'K', 3, 4});
                mine.shutdownOutput();
                assertThat(line.read()).startsWith("226 ");
                assertThat(stranger.getInputStream().read()).isNegative();
            }
            assertThat(house.fileNames()).containsExactly("a.zip");
        }
    }

    @Test
    void clients_inside_are_not_told_the_external_address() throws IOException {
        FtpSettings settings = House.SETTINGS.withPassiveExternalAddress("203.0.113.9");
        FtpRules inside = FtpRules.DEFAULT.withInsideNetworks(Networks.of("10.0.0.0/8, 127.0.0.0/8"));
        try (House house = House.with(folder, settings.withRules(inside));
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say("PASV")).contains("(127,0,0,1,");
        }
        FtpRules outside = FtpRules.DEFAULT.withInsideNetworks(Networks.of("10.0.0.0/8"));
        try (House house = House.with(folder, settings.withRules(outside));
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say("PASV")).contains("(203,0,113,9,");
        }
    }

    @Test
    void a_name_of_dynamic_dns_is_looked_up_again_and_its_last_address_outlives_a_dns_that_is_down() throws Exception {
        var now = new AtomicLong();
        var answer = new AtomicReference<>(new InetAddress[] {address("192.0.2.1")});
        ExternalAddress external = new ExternalAddress(
                name -> {
                    InetAddress[] addresses = Objects.requireNonNull(answer.get());
                    if (addresses.length == 0) {
                        throw new UnknownHostException(name);
                    }
                    return addresses;
                },
                now::get);
        assertThat(external.of("home.example.org")).contains(address("192.0.2.1"));
        answer.set(new InetAddress[] {address("2001:db8::1"), address("192.0.2.2")});
        assertThat(external.of("home.example.org")).contains(address("192.0.2.1"));
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(external.of("home.example.org")).contains(address("192.0.2.2"));
        answer.set(new InetAddress[0]);
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(external.of("home.example.org")).contains(address("192.0.2.2"));
        assertThat(external.of("other.example.org")).isEmpty();
    }

    @Test
    void after_epsv_all_nothing_else_is_taken() throws IOException {
        try (House house = House.at(folder);
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say("EPSV 2")).startsWith("522 ").contains("(1)");
            assertThat(line.say("EPRT |2|::1|40000|")).startsWith("522 ").contains("(1)");
            assertThat(line.say("EPSV 1")).startsWith("229 ");
            assertThat(line.say("EPSV ALL")).startsWith("200 ");
            assertThat(line.say("PASV")).startsWith("503 ");
            assertThat(line.say("PORT 127,0,0,1,200,0")).startsWith("503 ");
            assertThat(line.say("EPRT |1|127.0.0.1|51200|")).startsWith("503 ");
            assertThat(line.say("EPSV")).startsWith("229 ");
        }
    }

    @Test
    void active_mode_can_be_off_and_feat_then_does_not_tell_of_it() throws IOException {
        FtpSettings settings = House.SETTINGS.withRules(FtpRules.DEFAULT.withActive(false));
        try (House house = House.with(folder, settings);
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say("PORT 127,0,0,1,200,0")).startsWith("502 ");
            assertThat(line.say("EPRT |1|127.0.0.1|51200|")).startsWith("502 ");
            assertThat(line.ask("FEAT")).doesNotContain("EPRT").contains(" EPSV\n");
        }
    }

    @Test
    void ipv6_is_spoken() throws IOException {
        try (House house = House.with(folder, House.SETTINGS.withServerAddress("::1"));
                Line line = new Line(address("::1"), house.port())) {
            line.say("USER anna");
            line.say("PASS " + House.PASSWORD);
            assertThat(line.say("PASV")).isEqualTo("425 PASV knows IPv4 only; send EPSV.");
            int port = Integer.parseInt(line.say("EPSV").replaceAll(".*\\|(\\d+)\\|\\).*", "$1"));
            try (Socket data = new Socket(address("::1"), port)) {
                assertThat(data.getInetAddress()).isInstanceOf(Inet6Address.class);
                line.say("STOR a.zip");
                data.getOutputStream().write(new byte[] {'P', 'K', 3, 4});
            }
            assertThat(line.read()).startsWith("226 ");
            try (ServerSocket mine = new ServerSocket(0, 1, address("::1"))) {
                assertThat(line.say("EPRT |2|::1|" + mine.getLocalPort() + "|")).startsWith("200 ");
                line.say("NLST");
                try (Socket data = mine.accept()) {
                    assertThat(new String(data.getInputStream().readAllBytes(), UTF_8))
                            .startsWith("a.zip");
                }
                assertThat(line.read()).startsWith("226 ");
            }
        }
    }

    @Test
    void an_address_that_guesses_is_turned_away_for_a_while() throws IOException {
        FtpLimits limits = House.SETTINGS.limits().withBan(2, Duration.ofMinutes(10));
        try (House house = House.with(folder, House.SETTINGS.withLimits(limits))) {
            try (Line line = new Line(house.port())) {
                for (int i = 0; i < 2; i++) {
                    line.say("USER anna");
                    assertThat(line.say("PASS wrong")).startsWith("530 ");
                }
            }
            try (Line line = new Line(house.port())) {
                assertThat(line.greeting()).startsWith("421 Too many logins failed from your address; try again in 10");
            }
        }
    }

    @Test
    void an_address_that_connects_too_often_is_told_to_wait() throws IOException {
        FtpLimits limits = House.SETTINGS.limits().withPerMinute(2);
        try (House house = House.with(folder, House.SETTINGS.withLimits(limits))) {
            for (int i = 0; i < 2; i++) {
                try (Line line = new Line(house.port())) {
                    assertThat(line.greeting()).startsWith("220 ");
                }
            }
            try (Line line = new Line(house.port())) {
                assertThat(line.greeting()).startsWith("421 You connect more often than 2 times a minute");
            }
        }
    }

    @Test
    void counts_of_an_address_end_with_their_time() throws IOException {
        var now = new AtomicLong();
        Counts counts = new Counts(now::get);
        InetAddress address = address("192.0.2.1");
        assertThat(counts.add(address, Duration.ofMinutes(1))).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        assertThat(counts.add(address, Duration.ofMinutes(1))).isEqualTo(2);
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(counts.of(address, Duration.ofMinutes(1))).isZero();
        assertThat(counts.add(address, Duration.ofMinutes(1))).isEqualTo(1);
    }

    @Test
    void changed_settings_are_followed_while_sessions_go_on() throws IOException {
        try (House house = House.with(folder, House.SETTINGS);
                Line old = Line.loggedIn(house, "anna")) {
            int before = house.port();
            int next = freePort();
            house.source.change(House.SETTINGS.withPort(next).withPassiveExternalAddress("203.0.113.9"));
            assertThat(house.port()).isEqualTo(next).isNotEqualTo(before);
            assertThat(old.say("PASV")).contains("(203,0,113,9,");
            try (Line line = Line.loggedIn(house, "otto")) {
                assertThat(line.say("NOOP")).startsWith("200 ");
            }
            assertThatThrownBy(() -> new Line(before)).isInstanceOf(IOException.class);
            try (ServerSocket taken = new ServerSocket(0, 1, address("127.0.0.1"))) {
                assertThatThrownBy(() -> house.source.change(House.SETTINGS.withPort(taken.getLocalPort())))
                        .hasMessageContaining("cannot listen at");
            }
            assertThat(house.port()).isEqualTo(next);
            assertThat(old.say("PASV")).contains("(203,0,113,9,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.org", "10.0.0/8x", "::1/129", "1.2.3.4.5"})
    void what_is_no_network_is_named(String text) {
        assertThatThrownBy(() -> Networks.of("127.0.0.1, " + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void a_network_holds_its_addresses_and_no_others() throws IOException {
        Networks networks = Networks.of("10.0.0.0/8, 192.168.1.128/25, fd00::/8, 203.0.113.7");
        for (String inside : new String[] {"10.255.0.1", "192.168.1.200", "fd12::1", "203.0.113.7"}) {
            assertThat(networks.contains(address(inside))).as(inside).isTrue();
        }
        for (String outside : new String[] {"11.0.0.1", "192.168.1.127", "fe80::1", "203.0.113.8", "::1"}) {
            assertThat(networks.contains(address(outside))).as(outside).isFalse();
        }
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
