package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.batchuploader.app.service.House;
import org.batchuploader.app.service.Visitor;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    private static final int UPLOADS = 5;

    @TempDir
    static Path folder;

    private static House house;
    private static final List<String> OLDEST_FIRST = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        house = House.open(folder);
        for (int i = 0; i < UPLOADS; i++) {
            SampleShapefile sample = SampleShapefile.points("list" + i).crs(i == 0 ? null : SampleCrs.WGS_84);
            OLDEST_FIRST.add(house.anna().upload(house.zip(sample)));
            house.anna().ending(OLDEST_FIRST.get(i));
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void pages_follow_each_other_newest_first_without_gap_or_repetition() throws Exception {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = house.anna().read("/api/v1/uploads?limit=2" + after);
            assertThat(page.path("uploads").size()).isBetween(1, 2);
            seen.addAll(page.path("uploads").findValuesAsText("id"));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        List<String> newestFirst = new ArrayList<>(OLDEST_FIRST);
        Collections.reverse(newestFirst);
        assertThat(seen).containsExactlyElementsOf(newestFirst);
    }

    @Test
    void a_list_is_filtered_by_state() throws Exception {
        assertThat(house.anna()
                        .read("/api/v1/uploads?state=NEEDS_CORRECTION")
                        .path("uploads")
                        .findValuesAsText("id"))
                .containsExactly(OLDEST_FIRST.get(0));
        assertThat(house.anna()
                        .read("/api/v1/uploads?state=published,needs_correction")
                        .path("uploads"))
                .hasSize(UPLOADS);
        assertThat(house.anna().read("/api/v1/uploads?state=FAILED").path("uploads"))
                .isEmpty();
    }

    @Test
    void owners_list_their_own_and_an_administrator_lists_all() throws Exception {
        assertThat(house.bert().read("/api/v1/uploads").path("uploads")).isEmpty();
        assertThat(house.admin().read("/api/v1/uploads").path("uploads").findValuesAsText("owner"))
                .containsOnly("anna")
                .hasSize(UPLOADS);
    }

    @Test
    void wrong_values_are_refused_with_a_sentence() throws Exception {
        for (String query : List.of(
                "limit=0",
                "limit=-1",
                "limit=501",
                "limit=ten",
                "limit=99999999999",
                "state=LOST",
                "state=PUBLISHED,,LOST",
                "after=nonsense",
                "after=%00",
                "after=" + "x".repeat(500))) {
            Refused.with(400, "PARAMETER_INVALID", house.anna().get("/api/v1/uploads?" + query));
        }
    }

    @Test
    void ids_are_long_and_random_and_of_one_form() {
        assertThat(OLDEST_FIRST).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{20}"));
        assertThat(OLDEST_FIRST.stream().map(id -> id.substring(0, 4))).doesNotHaveDuplicates();
    }

    @Test
    void every_ending_is_told_in_the_owners_notices_and_can_be_marked_as_read() throws Exception {
        Visitor anna = house.anna();
        JsonNode page = await().until(
                        () -> anna.read("/api/v1/notices?limit=2"),
                        n -> n.path("unread").asInt() == UPLOADS);
        assertThat(page.path("notices")).hasSize(2);
        JsonNode rest = anna.read("/api/v1/notices?after=" + page.path("next").asText());
        assertThat(rest.path("notices")).hasSize(UPLOADS - 2);
        String oldest = rest.path("notices").get(UPLOADS - 3).path("id").asText();
        assertThat(rest.path("notices").get(UPLOADS - 3).path("text").asText()).isNotBlank();

        Refused.with(404, "NOT_FOUND", read(house.bert(), oldest));
        assertThat(read(anna, oldest).statusCode()).isEqualTo(204);
        assertThat(read(anna, oldest).statusCode()).isEqualTo(204);
        assertThat(anna.read("/api/v1/me").path("unreadNotices").asInt()).isEqualTo(UPLOADS - 1);
        assertThat(house.bert().read("/api/v1/notices").path("notices")).isEmpty();

        Refused.with(404, "NOT_FOUND", read(anna, "0000"));
        Refused.with(404, "NOT_FOUND", read(anna, "00000000000000000000"));
        Refused.with(400, "PARAMETER_INVALID", anna.get("/api/v1/notices?limit=0"));
        Refused.with(400, "PARAMETER_INVALID", anna.get("/api/v1/notices?after=x"));
    }

    private static HttpResponse<String> read(Visitor visitor, String notice) throws Exception {
        return visitor.send("POST", "/api/v1/notices/" + notice + "/read", BodyPublishers.noBody());
    }
}
