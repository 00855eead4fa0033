package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleGeoTiff;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutFileTest {
    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(folder, "limits.transfers", 2, "limits.uploadBytes", 8 << 20);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void loose_parts_find_each_other_whatever_the_case_of_their_names() throws Exception {
        Visitor anna = house.anna();
        String id = "";
        for (Path part : house.parts(SampleShapefile.points("parcels"))) {
            String name = part.getFileName().toString();
            String sent = name.endsWith(".dbf") ? "PARCELS.DBF" : name;
            String received = Visitor.received(anna.put(sent, BodyPublishers.ofFile(part)));
            assertThat(id).isIn("", received);
            id = received;
        }
        assertThat(anna.ending(id).path("state").asText()).isEqualTo("PUBLISHED");
    }

    @Test
    void a_body_that_breaks_off_is_no_upload() throws Exception {
        Visitor bert = house.bert();
        for (int i = 0; i < 3; i++) {
            broken(bert, "broken.bin", new byte[3 << 20]);
        }
        assertThat(bert.read("/api/v1/uploads").path("uploads")).isEmpty();
    }

    @Test
    void what_broke_off_is_gone_on_with_from_where_it_ended() throws Exception {
        Visitor anna = house.anna();
        byte[] image = Files.readAllBytes(
                SampleGeoTiff.named("resumed.tif").size(2000, 1000).writeTo(folder));
        int there = (int) broken(anna, "resumed.tif", image);
        assertThat(there).isBetween(1, image.length / 2);
        HttpResponse<String> answer = anna.put(
                "resumed.tif",
                BodyPublishers.ofByteArray(image, there, image.length - there),
                "Content-Range",
                "bytes " + there + "-" + (image.length - 1) + "/" + image.length);
        JsonNode end = anna.ending(Visitor.received(answer));
        assertThat(end.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(end.path("files").get(0).path("size").asInt()).isEqualTo(image.length);
        assertThat(offset(anna, "resumed.tif")).isEqualTo(-1);
    }

    @Test
    void a_range_that_does_not_fit_is_refused_and_what_is_there_stays() throws Exception {
        Visitor anna = house.anna();
        long there = broken(anna, "ranges.bin", new byte[3 << 20]);
        Refused.with(416, "RANGE_INVALID", ranged(anna, "bytes 4000000-4000009/4000010"));
        for (String nonsense : List.of("bytes 5000-5009/9000", "bytes 5-1/2", "bytes */9000", "lines 1-2/3")) {
            Refused.with(400, "RANGE_INVALID", ranged(anna, nonsense));
        }
        assertThat(offset(anna, "ranges.bin")).isEqualTo(there);
        Refused.with(400, "RANGE_INVALID", ranged(anna, "bytes " + there + "-3999999/4000000"));
        assertThat(anna.read("/api/v1/uploads").toString()).doesNotContain("ranges.bin");
    }

    @Test
    void another_owner_sees_nothing_of_an_incomplete_file() throws Exception {
        broken(house.anna(), "hers.bin", new byte[3 << 20]);
        assertThat(offset(house.bert(), "hers.bin")).isEqualTo(-1);
    }

    @Test
    void a_body_in_chunks_of_unknown_length_is_taken() throws Exception {
        byte[] zip = Files.readAllBytes(house.zip(SampleShapefile.points("chunked")));
        String id = Visitor.received(
                house.anna().put("chunked.zip", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zip))));
        assertThat(house.anna().ending(id).path("state").asText()).isEqualTo("PUBLISHED");
    }

    @Test
    void a_body_in_chunks_that_breaks_off_is_no_upload() throws Exception {
        Visitor anna = house.anna();
        try (Wire wire = new Wire(house.base())) {
            wire.send(anna.head("PUT", "/api/v1/uploads/halfchunk.zip", "Transfer-Encoding", "chunked"));
            wire.send("5\r\nhello\r\n");
            wire.cut();
        }
        Visitor.received(anna.put("later.txt", BodyPublishers.ofString("x")));
        assertThat(anna.read("/api/v1/uploads").toString()).doesNotContain("halfchunk.zip");
    }

    @Test
    void who_asks_before_sending_is_told_to_go_on() throws Exception {
        try (Wire wire = new Wire(house.base())) {
            wire.send(house.anna()
                    .head("PUT", "/api/v1/uploads/asked.txt", "Content-Length", "5", "Expect", "100-continue"));
            assertThat(wire.answer()).startsWith("HTTP/1.1 100");
            wire.send("hello");
            assertThat(wire.answer()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void who_asks_before_sending_what_is_refused_is_told_so_at_once() throws Exception {
        try (Wire wire = new Wire(house.base())) {
            wire.send(house.stranger()
                    .head("PUT", "/api/v1/uploads/asked.zip", "Content-Length", "5000000", "Expect", "100-continue"));
            assertThat(wire.answer())
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("content-type: application/problem+json");
        }
    }

    @Test
    void who_asks_before_sending_a_correction_is_told_to_go_on() throws Exception {
        try (Wire wire = new Wire(house.base())) {
            wire.send(house.anna()
                    .head(
                            "POST",
                            "/api/v1/datasets/00000000000000000000/correction",
                            "Content-Length",
                            "2",
                            "Expect",
                            "100-continue"));
            assertThat(wire.answer()).startsWith("HTTP/1.1 100");
            wire.send("{}");
            assertThat(wire.answer()).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void a_file_over_the_limit_is_refused() throws Exception {
        byte[] big = new byte[(8 << 20) + 1];
        Refused.with(413, "TOO_LARGE", house.anna().put("big.tif", BodyPublishers.ofByteArray(big)));
    }

    @Test
    void an_announced_file_over_the_limit_is_refused_before_it_is_sent() throws Exception {
        try (Wire wire = new Wire(house.base())) {
            wire.send(house.anna()
                    .head("PUT", "/api/v1/uploads/huge.tif", "Content-Length", "9000000000", "Expect", "100-continue"));
            assertThat(wire.answer()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void names_that_are_none_are_refused_with_a_code() throws Exception {
        for (String name : List.of("..%2Fx.zip", "a%00b.zip", "a%0Ab.zip", "%C3%28.zip", "x".repeat(300) + ".zip")) {
            Refused.with(400, "NAME_INVALID", house.anna().put(name, BodyPublishers.ofString("x")));
        }
        try (Wire wire = new Wire(house.base())) {
            wire.send(house.anna().head("PUT", "/api/v1/uploads/../../x.zip", "Content-Length", "0"));
            assertThat(wire.answer()).startsWith("HTTP/1.1 40");
        }
    }

    @Test
    void names_in_any_script_are_kept_as_they_are() throws Exception {
        String name = "Gew\u00e4sser \u6c34 %231.txt";
        String id = Visitor.received(
                house.anna().put("Gew%C3%A4sser%20%E6%B0%B4%20%25231.txt", BodyPublishers.ofString("x")));
        assertThat(house.anna().ending(id).path("files").findValuesAsText("name"))
                .containsExactly(name);
    }

    private static HttpResponse<String> ranged(Visitor visitor, String range) throws Exception {
        return visitor.put("ranges.bin", BodyPublishers.ofByteArray(new byte[10]), "Content-Range", range);
    }

    /** Sends the first half and is cut off; answers how much of it was kept. */
    private static long broken(Visitor visitor, String name, byte[] bytes) throws Exception {
        Map<Path, Long> before = house.staged();
        try (Wire wire = new Wire(house.base())) {
            wire.send(visitor.head("PUT", "/api/v1/uploads/" + name, "Content-Length", "" + bytes.length));
            wire.send(Arrays.copyOf(bytes, bytes.length / 2));
            await().until(() -> house.staged().entrySet().stream()
                    .anyMatch(e -> e.getValue() > 0 && !before.containsKey(e.getKey())));
            wire.cut();
        }
        return await().until(() -> offset(visitor, name), offset -> offset > 0);
    }

    /** Bytes of an incomplete file; -1 when there is none. */
    private static long offset(Visitor visitor, String name) throws Exception {
        HttpResponse<String> answer =
                visitor.send("HEAD", "/api/v1/uploads/incomplete/" + name, BodyPublishers.noBody());
        return answer.statusCode() == 404
                ? -1
                : answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }
}
