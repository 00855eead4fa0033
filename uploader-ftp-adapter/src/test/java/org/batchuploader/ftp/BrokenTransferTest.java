package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.drop.DropEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenTransferTest {
    private static final byte[] HALF = "0123456789".getBytes(UTF_8);

    private static final byte[] WHOLE = new byte[1_000_000];

    static {
        new Random(3).nextBytes(WHOLE);
    }

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() throws IOException {
        house = House.at(folder);
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void abor_keeps_the_file_out_of_its_bundle() throws IOException {
        try (Line line = Line.loggedIn(house, "anna");
                Socket data = line.begin("STOR atlas.zip")) {
            data.getOutputStream().write(WHOLE, 0, WHOLE.length / 2);
            awaitStaged();
            line.send("\u00ff\u00f4\u00ff\u00f2ABOR\r\n".getBytes(ISO_8859_1));
            assertThat(line.read()).startsWith("426 ");
            assertThat(line.read()).startsWith("226 ");
            assertThat(line.say("NOOP")).startsWith("200 ");
        }
        assertThat(house.uploads()).isEmpty();
    }

    @Test
    void abor_right_after_an_orderly_end_keeps_it_out_as_well_or_is_too_late() throws IOException {
        try (Line line = Line.loggedIn(house, "anna")) {
            Socket data = line.begin("STOR atlas.zip");
            data.getOutputStream().write(HALF);
            line.send("ABOR\r\n".getBytes(UTF_8));
            data.close();
            String reply = line.read();
            assertThat(house.uploads()).hasSize(reply.startsWith("226 atlas.zip") ? 1 : 0);
            assertThat(line.read()).startsWith("226 ");
        }
    }

    @RepeatedTest(20)
    void a_client_whose_kernel_closes_both_connections_has_sent_no_file() throws IOException {
        Line line = Line.loggedIn(house, "anna");
        Socket data = line.begin("STOR atlas.zip");
        data.getOutputStream().write(HALF);
        line.close();
        data.close();
        await().until(() -> house.source.sessions() == 0 && house.idle());
        assertThat(house.entry("anna", "atlas.zip").filter(DropEntry::complete)).isEmpty();
        assertThat(house.uploads()).isEmpty();
    }

    @Test
    void a_control_connection_that_is_gone_ends_the_transfer_while_data_still_flows() throws IOException {
        Line line = Line.loggedIn(house, "anna");
        try (Socket data = line.begin("STOR atlas.zip")) {
            data.getOutputStream().write(WHOLE, 0, WHOLE.length / 2);
            awaitStaged();
            line.close();
            awaitIncomplete("atlas.zip");
        }
        assertThat(house.uploads()).isEmpty();
    }

    @Test
    void a_reset_data_connection_is_no_end_of_file() throws IOException {
        try (Line line = Line.loggedIn(house, "anna")) {
            Socket data = line.begin("STOR atlas.zip");
            data.getOutputStream().write(HALF);
            data.setSoLinger(true, 0);
            data.close();
            assertThat(line.read()).startsWith("426 The transfer broke off");
        }
        assertThat(house.uploads()).isEmpty();
    }

    @Test
    void a_killed_client_process_has_sent_no_file() throws Exception {
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessClient.class.getName(),
                        String.valueOf(house.port()))
                .redirectErrorStream(true)
                .start();
        try {
            await().until(() -> client.getInputStream().available() > 0);
        } finally {
            client.destroyForcibly().waitFor();
        }
        await().until(() -> house.entry("anna", "endless.zip").isPresent());
        await().until(() -> house.source.sessions() == 0);
        assertThat(house.entry("anna", "endless.zip"))
                .hasValueSatisfying(e -> assertThat(e.complete()).isFalse());
        assertThat(house.uploads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REST", "APPE"})
    void rest_and_appe_finish_what_broke_off(String how) throws IOException {
        Line line = Line.loggedIn(house, "anna");
        Socket data = line.begin("STOR atlas.zip");
        data.getOutputStream().write(WHOLE, 0, WHOLE.length / 2);
        awaitStaged();
        line.close();
        data.close();
        awaitIncomplete("atlas.zip");
        FTPClient anna = house.client("anna");
        int size = Integer.parseInt(anna.getSize("atlas.zip"));
        assertThat(size).isBetween(1, WHOLE.length / 2);
        assertThat(anna.mlistFile("atlas.zip").getSize()).isEqualTo(size);
        var rest = new ByteArrayInputStream(WHOLE, size, WHOLE.length - size);
        if (how.equals("REST")) {
            anna.setRestartOffset(size);
            assertThat(anna.storeFile("atlas.zip", rest)).isTrue();
        } else {
            assertThat(anna.appendFile("atlas.zip", rest)).isTrue();
        }
        assertThat(anna.getReplyString()).startsWith("226 ");
        var back = new ByteArrayOutputStream();
        assertThat(anna.retrieveFile("atlas.zip", back)).isTrue();
        assertThat(back.toByteArray()).isEqualTo(WHOLE);
        anna.disconnect();
        assertThat(house.fileNames()).containsExactly("atlas.zip");
    }

    @Test
    void two_sessions_do_not_write_the_same_file_at_once() throws IOException {
        try (Line one = Line.loggedIn(house, "anna");
                Line two = Line.loggedIn(house, "root");
                Socket data = one.begin("STOR a.zip")) {
            data.getOutputStream().write(HALF);
            two.passivePort();
            assertThat(two.say("APPE incoming/anna/a.zip")).startsWith("450 a.zip is being received already");
        }
    }

    @Test
    void closing_the_source_cuts_transfers_and_ends_its_threads() throws IOException {
        try (Line line = Line.loggedIn(house, "anna");
                Line waiting = Line.loggedIn(house, "otto");
                Socket data = line.begin("STOR atlas.zip")) {
            data.getOutputStream().write(HALF);
            waiting.passivePort();
            assertThat(waiting.say("STOR b.zip")).startsWith("150 ");
            house.close();
        }
        assertThat(house.uploads()).isEmpty();
        assertThat(house.source.addresses()).isEmpty();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("Nio") || name.startsWith("ftp-")));
    }

    private void awaitIncomplete(String name) {
        await().untilAsserted(() -> assertThat(house.entry("anna", name))
                .hasValueSatisfying(e -> assertThat(e.complete()).isFalse()));
    }

    /** Waits until bytes of the running transfer are on disk. */
    private void awaitStaged() {
        await().until(() -> {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .anyMatch(f -> f.toFile().length() > 0);
            }
        });
    }
}
