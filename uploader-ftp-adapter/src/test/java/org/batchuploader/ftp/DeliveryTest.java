package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.upload.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    @TempDir
    Path folder;

    private House house;
    private FTPClient anna;

    @BeforeEach
    void open() throws IOException {
        house = House.at(folder);
        anna = house.client("anna");
    }

    @AfterEach
    void close() throws IOException {
        anna.disconnect();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shp shx dbf prj", "prj dbf shx shp", "DBF SHP PRJ SHX", "shx prj shp dbf"})
    void parts_in_any_order_and_case_become_one_upload_when_the_session_ends(String extensions) throws IOException {
        for (String extension : extensions.split(" ")) {
            put("roads." + extension, "x");
        }
        assertThat(house.uploads()).hasSize(1).allMatch(Upload::open);
        anna.logout();
        await().untilAsserted(() -> assertThat(house.uploads()).hasSize(1).noneMatch(Upload::open));
        assertThat(house.fileNames()).hasSize(4);
    }

    @Test
    void each_226_says_what_comes_next() throws IOException {
        assertThat(put("roads.shp", "x")).isEqualTo("226 roads.shp stored; waiting for roads.shx and roads.dbf");
        assertThat(put("roads.shx", "x")).isEqualTo("226 roads.shx stored; waiting for roads.dbf");
        String id = house.uploads().get(0).id().toString();
        assertThat(put("roads.dbf", "x"))
                .isEqualTo("226 bundle roads complete, upload " + id
                        + ", 1st in the queue: open https://maps.example.org/uploads/" + id + " to follow it");
        assertThat(put("a.geojson", "x"))
                .startsWith("226 a.geojson stored, upload ")
                .contains(", 1st in the queue: ");
        assertThat(put("b.zip", "x")).startsWith("226 b.zip stored, upload ").contains(", 2nd in the queue: ");
        assertThat(put("rivers.shp.part", "x")).isEqualTo("226 rivers.shp.part stored; rename it when it is finished");
    }

    @Test
    void a_hopeless_file_is_refused_while_it_arrives_and_not_kept() throws IOException {
        byte[] program = new byte[300_000];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(anna.storeFile("roads.zip", new ByteArrayInputStream(program)))
                .isFalse();
        assertThat(reply())
                .isEqualTo("550 FORMAT_UNSUPPORTED: roads.zip is a program, not a map. "
                        + ProblemCode.FORMAT_UNSUPPORTED.hint());
        assertThat(anna.listNames()).isEmpty();
        assertThat(house.uploads()).isEmpty();
        assertThat(put("roads.zip", "zip")).startsWith("226 ");
    }

    @Test
    void the_226_says_that_the_same_bytes_came_before() throws IOException {
        put("atlas.zip", "zip");
        String first = house.uploads().get(0).id().toString();
        assertThat(put("again.zip", "zip")).contains("; the same bytes as upload " + first + " of 20");
        assertThat(put("other.zip", "other")).doesNotContain("same bytes");
    }

    @Test
    void a_file_under_a_temporary_name_comes_in_when_it_is_renamed() throws IOException {
        put("atlas.zip.filepart", "zip");
        assertThat(house.uploads()).allMatch(Upload::open);
        assertThat(anna.rename("atlas.zip.filepart", "atlas.zip")).isTrue();
        assertThat(reply()).startsWith("250 renamed to atlas.zip; atlas.zip stored, upload ");
        assertThat(house.uploads()).hasSize(1).noneMatch(Upload::open);
        assertThat(house.fileNames()).containsExactly("atlas.zip");
    }

    @Test
    void type_a_leaves_the_bytes_as_they_were_sent_and_stored() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        bytes[0] = '\n';
        bytes[1] = '\r';
        anna.sendCommand("TYPE A");
        var out = anna.storeFileStream("raw.bin");
        out.write(bytes);
        out.close();
        assertThat(anna.completePendingCommand()).isTrue();
        var in = anna.retrieveFileStream("raw.bin");
        byte[] back = in.readAllBytes();
        in.close();
        assertThat(anna.completePendingCommand()).isTrue();
        assertThat(back).isEqualTo(bytes);
    }

    @Test
    void stou_gives_a_second_file_its_own_name_and_keeps_the_extension() throws IOException {
        put("roads.shp", "one");
        assertThat(anna.storeUniqueFile("roads.shp", bytes("two"))).isTrue();
        assertThat(anna.getReplyString()).startsWith("226 roads-2.shp stored; waiting for roads-2.shx");
        assertThat(get("roads-2.shp")).isEqualTo("two");
        assertThat(get("roads.shp")).isEqualTo("one");
    }

    @Test
    void names_are_utf_8_in_commands_and_listings() throws IOException {
        assertThat(anna.sendCommand("OPTS", "UTF8 ON")).isEqualTo(200);
        anna.makeDirectory("Übersicht");
        assertThat(put("Übersicht/Straßen 北京.zip", "x")).startsWith("226 ");
        assertThat(anna.mlistDir("Übersicht")).extracting(FTPFile::getName).containsExactly("Straßen 北京.zip");
        assertThat(anna.listNames("Übersicht")).containsExactly("Straßen 北京.zip");
        assertThat(house.fileNames()).containsExactly("Straßen 北京.zip");
    }

    @Test
    void folders_and_listings_show_size_and_kind() throws IOException {
        anna.makeDirectory("2024");
        assertThat(reply()).isEqualTo("257 \"/2024\" created");
        put("2024/a.zip", "12345");
        assertThat(anna.changeWorkingDirectory("2024")).isTrue();
        assertThat(anna.printWorkingDirectory()).isEqualTo("/2024");
        FTPFile file = anna.listFiles()[0];
        assertThat(file.getName() + " " + file.getSize()).isEqualTo("a.zip 5");
        assertThat(anna.mlistFile("a.zip").getSize()).isEqualTo(5);
        assertThat(anna.getSize("a.zip")).isEqualTo("5");
        assertThat(anna.getModificationTime("a.zip")).hasSizeGreaterThanOrEqualTo(14);
        assertThat(anna.changeToParentDirectory()).isTrue();
        assertThat(anna.removeDirectory("2024")).isFalse();
        assertThat(reply()).isEqualTo("550 2024 is not empty.");
        assertThat(anna.deleteFile("2024/a.zip")).isTrue();
        assertThat(anna.removeDirectory("2024")).isTrue();
    }

    @Test
    void deleting_the_main_file_takes_the_upload_down() throws IOException {
        put("atlas.zip", "x");
        assertThat(anna.deleteFile("atlas.zip")).isTrue();
        assertThat(house.takenDown).containsExactly(house.uploads().get(0).id());
        assertThat(anna.deleteFile("atlas.zip")).isFalse();
        assertThat(reply()).isEqualTo("550 There is no atlas.zip.");
    }

    @Test
    void a_file_that_is_there_is_gone_on_with_by_rest_and_appe() throws IOException {
        put("a.csv", "0123456789");
        anna.setRestartOffset(4);
        assertThat(anna.storeFile("a.csv", bytes("ABC"))).isTrue();
        assertThat(get("a.csv")).isEqualTo("0123ABC");
        assertThat(anna.appendFile("a.csv", bytes("DEF"))).isTrue();
        assertThat(get("a.csv")).isEqualTo("0123ABCDEF");
        anna.setRestartOffset(100);
        assertThat(anna.storeFile("a.csv", bytes("x"))).isFalse();
        assertThat(reply()).startsWith("550 a.csv has 10 bytes; cannot go on at 100.");
    }

    @Test
    void a_large_file_arrives_as_it_was() throws IOException {
        byte[] bytes = new byte[20_000_000];
        new Random(1).nextBytes(bytes);
        assertThat(anna.storeFile("big.bin", new ByteArrayInputStream(bytes))).isTrue();
        var back = new ByteArrayOutputStream(bytes.length);
        assertThat(anna.retrieveFile("big.bin", back)).isTrue();
        assertThat(Arrays.equals(back.toByteArray(), bytes)).isTrue();
    }

    @Test
    void active_data_connections_work_too() throws IOException {
        anna.enterLocalActiveMode();
        assertThat(put("a.zip", "x")).startsWith("226 ");
    }

    @Test
    void features_are_told() throws IOException {
        assertThat(anna.hasFeature("REST", "STREAM")).isTrue();
        assertThat(anna.hasFeature("UTF8")).isTrue();
        assertThat(anna.hasFeature("MLST")).isTrue();
        assertThat(anna.getSystemType()).startsWith("UNIX");
    }

    private String put(String name, String content) throws IOException {
        anna.storeFile(name, bytes(content));
        return reply();
    }

    private String get(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(anna.retrieveFile(name, out)).isTrue();
        return out.toString(UTF_8);
    }

    private String reply() {
        return anna.getReplyString().trim();
    }

    private static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
}
