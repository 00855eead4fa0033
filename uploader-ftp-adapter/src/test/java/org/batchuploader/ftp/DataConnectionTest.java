package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataConnectionTest {
    @TempDir
    Path folder;

    @Test
    void passive_ports_and_the_external_address_reach_the_listener() throws IOException {
        int free = freePort();
        FtpSettings settings =
                House.SETTINGS.withPassivePorts(String.valueOf(free)).withPassiveExternalAddress("203.0.113.9");
        try (House house = House.with(folder, settings);
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say("PASV")).contains("(203,0,113,9," + free / 256 + "," + free % 256 + ")");
            assertThat(line.say("EPSV")).contains("|||" + free + "|");
            assertThat(house.source.addresses()).containsExactly("ftp://203.0.113.9:" + house.port() + "/");
        }
    }

    @Test
    void a_passive_port_that_is_taken_is_told_at_once() throws IOException {
        int free = freePort();
        try (House house = House.with(folder, House.SETTINGS.withPassivePorts(String.valueOf(free)));
                Line one = Line.loggedIn(house, "anna");
                Line two = Line.loggedIn(house, "otto")) {
            assertThat(one.say("PASV")).startsWith("227 ");
            assertThat(two.say("PASV")).startsWith("425 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORT 127,0,0,1,0,80",
                "PORT 192,0,2,1,200,0",
                "PORT 127,0,0,1,999,0",
                "PORT nonsense",
                "EPRT |1|127.0.0.1|80|",
                "EPRT |1|192.0.2.1|40000|",
                "EPRT |1|example.org|40000|",
                "EPRT |1|127.0.0.1|70000|"
            })
    void data_connections_lead_to_no_service_and_no_third_party(String command) throws IOException {
        try (House house = House.at(folder);
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say(command)).startsWith("501 ");
        }
    }

    @Test
    void a_transfer_needs_a_data_connection_first() throws IOException {
        try (House house = House.at(folder);
                Line line = Line.loggedIn(house, "anna")) {
            assertThat(line.say("STOR a.zip")).startsWith("503 ");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
