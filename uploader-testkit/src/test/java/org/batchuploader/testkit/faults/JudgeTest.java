package org.batchuploader.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fault can leave behind, each told as what it is; so a run that finds nothing says something. */
class JudgeTest {
    private static final String LAYER = "layer t1x drawn as point";

    private final Map<String, List<String>> held = new LinkedHashMap<>(Map.of(
            "GeoServer", List.of("store t1x: Shapefile", LAYER),
            "GeoNode", List.of("7 t1x of ada"),
            "GeoNetwork", List.of("record of t1x")));
    private String upload = "u1";
    private String expected = "PUBLISHED";
    private List<String> unsettled = List.of();
    private List<String> state = List.of("PUBLISHED");
    private List<String> dead = List.of();
    private List<String> ended = List.of("d1 NEEDS_CORRECTION", "d1 PUBLISHED");
    private List<String> told = List.of("d1 NEEDS_CORRECTION", "d1 PUBLISHED");
    private List<String> layers = List.of("t1x PUBLISHED");
    private List<String> shown = List.of("u1");

    private Verdict verdict() {
        return Judge.judge(new Evidence(
                "t1x", upload, expected, unsettled, state, List.of("why"), dead, ended, told, layers, shown, held));
    }

    private void takenDown() {
        expected = "CANCELLED";
        state = List.of("CANCELLED");
        layers = List.of();
        shown = List.of();
        held.replaceAll((system, lines) -> List.of());
    }

    private void alsoHeld(String system, String line) {
        List<String> lines = new ArrayList<>(held.getOrDefault(system, List.of()));
        lines.add(line);
        held.put(system, lines);
    }

    private void assertOnly(String kind, String sentence) {
        Verdict verdict = verdict();
        assertThat(verdict.isGood()).isFalse();
        Map<String, List<String>> wrong =
                Map.of("lost", verdict.lost(), "doubled", verdict.doubled(), "orphans", verdict.orphans());
        assertThat(wrong.get(kind)).anyMatch(each -> each.contains(sentence));
        wrong.forEach((other, sentences) -> {
            if (!other.equals(kind)) {
                assertThat(sentences).as(other).isEmpty();
            }
        });
    }

    @Test
    void what_is_published_everywhere_and_told_once_is_good() {
        assertThat(verdict().isGood()).isTrue();
    }

    @Test
    void what_is_gone_everywhere_is_good() {
        takenDown();
        assertThat(verdict().isGood()).isTrue();
    }

    @Test
    void an_upload_whose_row_is_not_there_is_lost() {
        state = List.of();
        layers = List.of();
        shown = List.of();
        ended = List.of();
        told = List.of();
        held.replaceAll((system, lines) -> List.of());
        assertOnly("lost", "ended []");
    }

    @Test
    void an_upload_that_was_never_acknowledged_is_lost() {
        upload = "";
        shown = List.of("");
        assertOnly("lost", "never acknowledged");
    }

    @Test
    void work_that_does_not_end_is_lost() {
        unsettled = List.of("task PUBLISH 3 trying again");
        assertOnly("lost", "no end");
    }

    @Test
    void another_ending_than_the_scene_has_is_lost() {
        state = List.of("FAILED");
        layers = List.of();
        shown = List.of();
        ended = List.of("d1 FAILED");
        told = List.of("d1 FAILED");
        held.replaceAll((system, lines) -> List.of());
        assertOnly("lost", "ended [FAILED] [why]");
    }

    @Test
    void an_ending_that_nobody_was_told_of_is_lost() {
        told = List.of("d1 NEEDS_CORRECTION");
        assertOnly("lost", "nobody was told of d1 PUBLISHED");
    }

    @Test
    void a_published_layer_that_a_system_does_not_have_is_lost() {
        held.put("GeoNode", List.of());
        assertOnly("lost", "GeoNode has no layer");
    }

    @Test
    void a_layer_that_shows_an_older_delivery_is_lost() {
        shown = List.of("u0");
        assertOnly("lost", "the layer shows [u0] and not u1");
    }

    @Test
    void an_ending_told_twice_is_doubled() {
        told = List.of("d1 NEEDS_CORRECTION", "d1 PUBLISHED", "d1 PUBLISHED");
        assertOnly("doubled", "told twice of d1 PUBLISHED");
    }

    /** As by a worker that wakes up after its lease was taken, where nothing stops it. */
    @Test
    void an_ending_come_to_twice_is_doubled_though_each_was_told() {
        ended = List.of("d1 PUBLISHED", "d1 PUBLISHED");
        told = List.of("d1 PUBLISHED", "d1 PUBLISHED");
        assertOnly("doubled", "ended twice d1 PUBLISHED");
    }

    @Test
    void a_notice_of_what_never_ended_is_doubled() {
        told = List.of("d1 NEEDS_CORRECTION", "d1 PUBLISHED", "d1 FAILED");
        assertOnly("doubled", "told of no ending d1 FAILED");
    }

    @Test
    void a_layer_twice_in_a_system_is_doubled() {
        alsoHeld("GeoServer", "layer t1x_2 drawn as point");
        assertOnly("doubled", "GeoServer has");
    }

    @Test
    void a_record_twice_is_doubled() {
        alsoHeld("GeoNetwork", "another record of t1x");
        assertOnly("doubled", "GeoNetwork has");
    }

    @Test
    void two_rows_of_layers_are_doubled() {
        layers = List.of("t1x PUBLISHED", "t1x_2 PUBLISHED");
        assertThat(verdict().doubled()).containsExactly("rows of layers " + layers);
    }

    @Test
    void a_store_that_stays_after_a_take_down_is_an_orphan() {
        takenDown();
        alsoHeld("GeoServer", "store t1x: Shapefile");
        assertOnly("orphans", "GeoServer keeps");
    }

    @Test
    void a_record_that_stays_after_a_take_down_is_an_orphan() {
        takenDown();
        alsoHeld("GeoNetwork", "record of t1x");
        assertOnly("orphans", "GeoNetwork keeps");
    }

    @Test
    void a_row_of_a_layer_that_stands_for_nothing_is_an_orphan() {
        takenDown();
        layers = List.of("t1x REMOVING");
        assertOnly("orphans", "rows of layers [t1x REMOVING]");
    }

    @Test
    void a_task_that_was_given_up_is_an_orphan() {
        dead = List.of("REMOVE_LAYER: GeoNetwork does not answer");
        assertOnly("orphans", "dead REMOVE_LAYER");
    }
}
