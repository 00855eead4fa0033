package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostFilesTest {
    private static final int MOST_FILES = 12;
    private static final int MOST_BYTES = 3 << 20;
    private static final int TRANSFERS = 2;

    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(
                folder,
                "limits.filesPerUpload",
                MOST_FILES,
                "limits.uploadBytes",
                MOST_BYTES,
                "limits.transfers",
                TRANSFERS);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void many_files_in_one_form_are_one_upload_with_a_layer_each() throws Exception {
        Form form = new Form();
        for (String base : new String[] {"lakes", "rivers"}) {
            for (Path part : house.parts(SampleShapefile.points(base))) {
                form.file(part);
            }
        }
        String id = Visitor.received(form.postedBy(house.anna()));
        JsonNode end = house.anna().ending(id);
        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("PUBLISHED");
        assertThat(end.path("files")).hasSize(10);
        assertThat(end.path("datasets").findValuesAsText("layer")).containsExactlyInAnyOrder("lakes", "rivers");
    }

    @Test
    void a_part_without_a_file_name_is_a_field_and_no_file() throws Exception {
        Form form = new Form().field("comment", "from the field work").file("");
        for (Path part : house.parts(SampleShapefile.points("wells"))) {
            form.file(part);
        }
        String id = Visitor.received(form.postedBy(house.anna()));
        assertThat(house.anna().ending(id).path("files")).hasSize(5);
    }

    @Test
    void a_form_without_files_is_refused() throws Exception {
        Refused.with(400, "NO_FILES", new Form().field("comment", "nothing").postedBy(house.anna()));
    }

    @Test
    void too_many_files_are_refused_and_none_is_kept() throws Exception {
        Map<Path, Long> before = house.staged();
        Form form = new Form();
        for (int i = 0; i <= MOST_FILES; i++) {
            form.file("f" + i + ".txt", new byte[10]);
        }
        Refused.with(413, "TOO_MANY_FILES", form.postedBy(house.anna()));
        await().untilAsserted(() -> assertThat(house.staged()).isEqualTo(before));
    }

    @Test
    void a_flood_of_fields_is_refused_as_the_senders_mistake() throws Exception {
        Form form = new Form();
        for (int i = 0; i < 500; i++) {
            form.field("f" + i, "x");
        }
        Refused.with(413, "TOO_MANY_FILES", form.postedBy(house.anna()));
    }

    @Test
    void a_field_that_is_too_long_is_refused_as_the_senders_mistake() throws Exception {
        Refused.with(
                400,
                "FORM_INVALID",
                new Form().field("comment", "x".repeat(1 << 20)).postedBy(house.anna()));
    }

    @Test
    void a_file_over_the_limit_is_refused_and_nothing_is_kept() throws Exception {
        Map<Path, Long> before = house.staged();
        Form form = new Form().file("small.txt", new byte[10]).file("big.bin", new byte[MOST_BYTES + 1]);
        Refused.with(413, "TOO_LARGE", form.postedBy(house.anna()));
        await().untilAsserted(() -> assertThat(house.staged()).isEqualTo(before));
    }

    @Test
    void the_same_name_twice_is_refused_whatever_its_case() throws Exception {
        Refused.with(
                400,
                "NAME_TWICE",
                new Form().file("a.txt", (byte) 1).file("A.TXT", (byte) 2).postedBy(house.anna()));
    }

    @Test
    void a_name_that_is_a_path_is_refused_and_nothing_is_kept() throws Exception {
        Map<Path, Long> before = house.staged();
        Refused.with(
                400,
                "NAME_INVALID",
                new Form()
                        .file("good.txt", (byte) 1)
                        .file("../evil.zip", (byte) 1)
                        .file("more.txt", (byte) 1)
                        .postedBy(house.anna()));
        await().untilAsserted(() -> assertThat(house.staged()).isEqualTo(before));
    }

    @Test
    void what_is_no_form_is_refused() throws Exception {
        Refused.with(
                415,
                "FORM_EXPECTED",
                house.anna()
                        .send("POST", "/api/v1/uploads", BodyPublishers.ofString("{}"), "Content-Type", "text/plain"));
    }

    @Test
    void a_form_without_boundary_is_refused_as_the_senders_mistake() throws Exception {
        Refused.with(
                400,
                "FORM_INVALID",
                house.anna()
                        .send(
                                "POST",
                                "/api/v1/uploads",
                                new Form().file("a.txt", (byte) 1).ended(),
                                "Content-Type",
                                "multipart/form-data"));
    }

    @Test
    void a_form_that_ends_in_the_midst_of_a_file_is_refused_and_nothing_is_kept() throws Exception {
        Map<Path, Long> before = house.staged();
        byte[] whole = new Form().file("a.txt", new byte[100]).unended();
        Refused.with(
                400,
                "FORM_INVALID",
                house.anna()
                        .send(
                                "POST",
                                "/api/v1/uploads",
                                BodyPublishers.ofByteArray(whole, 0, whole.length - 50),
                                "Content-Type",
                                Form.TYPE));
        await().untilAsserted(() -> assertThat(house.staged()).isEqualTo(before));
    }

    @Test
    void a_form_that_breaks_off_leaves_nothing_and_makes_room_for_the_next() throws Exception {
        Map<Path, Long> before = house.staged();
        int uploads = house.anna().read("/api/v1/uploads").path("uploads").size();
        for (int i = 0; i <= TRANSFERS; i++) {
            try (Wire wire = new Wire(house.base())) {
                wire.send(house.anna()
                                .head(
                                        "POST",
                                        "/api/v1/uploads",
                                        "Content-Type",
                                        Form.TYPE,
                                        "Content-Length",
                                        "9000000"))
                        .send(new Form().file("whole.txt", new byte[100]).unended())
                        .send(new Form().file("half.bin", new byte[600_000]).unended());
                await().until(() -> house.staged().size() >= before.size() + 2);
                wire.cut();
            }
            await().untilAsserted(() -> assertThat(house.staged()).isEqualTo(before));
        }
        assertThat(house.anna().read("/api/v1/uploads").path("uploads")).hasSize(uploads);
        Visitor.received(new Form().file("after.txt", (byte) 1).postedBy(house.anna()));
    }
}
