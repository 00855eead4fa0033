package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
    @TempDir
    Path folder;

    private House house;
    private Line line;

    @BeforeEach
    void open() throws IOException {
        house = House.at(folder);
        line = Line.loggedIn(house, "anna");
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "XCRC, CBF43926",
        "XMD5, 25F9E794323B453885F5181F1B624D0B",
        "XSHA1, F7C3BC1D808E04732ADF679965CCC34CA7AE3441",
        "XSHA256, 15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225"
    })
    void checksums_are_those_of_the_stored_bytes(String command, String sum) throws IOException {
        put("a b.zip", "123456789");
        assertThat(line.say(command + " a b.zip")).isEqualTo("250 " + sum);
        assertThat(line.say(command + " \"a b.zip\"")).isEqualTo("250 " + sum);
        assertThat(line.say(command + " none.zip")).isEqualTo("550 There is no file none.zip.");
    }

    @Test
    void hash_uses_the_algorithm_that_was_chosen_and_feat_marks_it() throws IOException {
        put("a.zip", "123456789");
        assertThat(line.ask("FEAT")).contains(" HASH SHA-256*;SHA-512;SHA-1;MD5;CRC32;\n");
        assertThat(line.say("HASH a.zip"))
                .isEqualTo("213 SHA-256 0-9 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225 a.zip");
        assertThat(line.say("OPTS HASH MD5")).isEqualTo("200 MD5");
        assertThat(line.say("OPTS HASH")).isEqualTo("200 MD5");
        assertThat(line.say("HASH a.zip")).isEqualTo("213 MD5 0-9 25f9e794323b453885f5181f1b624d0b a.zip");
        assertThat(line.ask("FEAT")).contains(" HASH SHA-256;SHA-512;SHA-1;MD5*;CRC32;\n");
        assertThat(line.say("OPTS HASH ROT13")).startsWith("501 ");
    }

    @Test
    void mfmt_sets_the_time_that_mdtm_and_mlst_tell() throws IOException {
        put("a.zip", "x");
        assertThat(line.say("MFMT 20020717210715 a.zip")).isEqualTo("213 Modify=20020717210715; a.zip");
        assertThat(line.say("MDTM a.zip")).startsWith("213 20020717210715");
        assertThat(line.ask("MLST a.zip")).contains("Modify=20020717210715");
        assertThat(line.say("MFMT 20021317210715 a.zip")).startsWith("501 ");
        assertThat(line.say("MFMT yesterday a.zip")).startsWith("501 ");
        assertThat(line.say("MFMT 20020717210715 none.zip")).startsWith("550 ");
    }

    @Test
    void room_is_asked_for_before_bytes_are_wasted() throws IOException {
        assertThat(line.say("ALLO 1000")).startsWith("200 ");
        assertThat(line.say("ALLO 900000000000000000")).startsWith("452 There is no room for so much");
        assertThat(line.say("ALLO much")).startsWith("501 ");
        assertThat(line.say("AVBL")).matches("213 \\d+");
    }

    @Test
    void host_and_features_are_answered_before_a_login() throws IOException {
        try (Line early = new Line(house.port())) {
            assertThat(early.say("HOST ftp.example.org")).startsWith("220 ");
            assertThat(early.ask("FEAT")).contains(" MFMT\n", " AVBL\n", " XCRC\n");
            assertThat(early.say("OPTS UTF8 ON")).startsWith("200 ");
            assertThat(early.say("CLNT lftp")).startsWith("200 ");
            assertThat(early.say("MLST a.zip")).startsWith("530 ");
        }
        assertThat(line.say("HOST ftp.example.org")).startsWith("503 ");
    }

    @Test
    void every_feature_that_is_told_is_a_command() throws IOException {
        for (String feature : line.ask("FEAT").split("\n")) {
            String command = feature.strip().split(" ")[0];
            if (feature.startsWith(" ") && !command.equals("TVFS") && !command.equals("UTF8")) {
                assertThat(line.say(command)).as(command).doesNotStartWith("502 ");
            }
        }
    }

    @Test
    void type_a_is_warned_of_where_the_file_is_received() throws IOException {
        assertThat(line.say("TYPE A")).isEqualTo("200 Files pass as they are all the same: lines are not translated.");
        try (Socket data = line.begin("STOR a.zip")) {
            data.getOutputStream().write("a\nb\r\n".getBytes(UTF_8));
        }
        assertThat(line.whole())
                .startsWith("226-TYPE A: the bytes are stored as they were sent, not translated.\n")
                .contains("\n226 a.zip stored");
        assertThat(line.say("SIZE a.zip")).isEqualTo("213 5");
    }

    private void put(String name, String content) throws IOException {
        try (Socket data = line.begin("STOR " + name)) {
            data.getOutputStream().write(content.getBytes(UTF_8));
        }
        assertThat(line.read()).startsWith("226 ");
    }
}
