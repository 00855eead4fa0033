package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Line line = new Line(new Line.Key("ada", false), 10);

    @Test
    void reads_on_behind_what_it_has_read() {
        line.read(List.of(10L, 12L), 2);
        assertThat(line.cursor()).isEqualTo(12);
        assertThat(line.exhausted()).isFalse();
        line.read(List.of(14L), 2);
        assertThat(line.hasMore()).isFalse();
    }

    @Test
    void what_will_be_read_anyway_is_not_remembered_by_name() {
        line.name(11, 7);
        assertThat(line.named()).isEmpty();
    }

    @Test
    void what_was_read_over_is_remembered_by_name() {
        line.read(List.of(10L, 20L), 2);
        line.name(15, 7);
        line.name(25, 7);
        assertThat(line.named()).containsOnlyKeys(15L);
        line.unname(List.of(15L));
        assertThat(line.named()).isEmpty();
    }

    @Test
    void too_many_names_become_a_place_to_read_from() {
        line.read(List.of(), 1);
        for (long task = 2000; task > 0; task--) {
            line.name(task, 7);
        }
        assertThat(line.named()).hasSizeLessThanOrEqualTo(1000);
        assertThat(line.hasMore()).isTrue();
        assertThat(line.first()).isEqualTo(1);
    }

    @Test
    void no_task_is_both_named_and_still_to_be_read() {
        line.read(List.of(), 1);
        line.name(30, 7);
        line.backTo(20);
        assertThat(line.named()).isEmpty();
        assertThat(line.cursor()).isEqualTo(19);
        line.exhaust();
        line.name(40, 7);
        line.rewind(35);
        assertThat(line.named()).isEmpty();
        assertThat(line.floor()).isEqualTo(35);
    }
}
