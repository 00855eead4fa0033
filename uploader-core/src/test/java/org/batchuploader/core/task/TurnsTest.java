package org.batchuploader.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.batchuploader.core.task.Turns.Waiting;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Waiting ADA = new Waiting("ada", 1, 10_000);
    private static final Waiting BOB = new Waiting("bob", 2, 1);

    @Test
    void one_who_has_less_claimed_comes_before_one_who_waits_longer() {
        assertThat(Turns.next(2, Bounds.NONE, Map.of("ada", 4L), List.of(ADA, BOB)))
                .containsExactly("bob", "ada");
    }

    @Test
    void of_equals_the_one_who_waits_longest_comes_first() {
        assertThat(Turns.next(3, Bounds.NONE, Map.of(), List.of(BOB, ADA))).containsExactly("ada", "bob", "ada");
    }

    @Test
    void claims_of_those_who_wait_for_nothing_count_for_all_together() {
        assertThat(Turns.next(9, new Bounds(5, 5, Map.of()), Map.of("eve", 3L), List.of(ADA)))
                .hasSize(2);
    }

    @Test
    void more_claimed_than_allowed_leaves_nobody_a_turn() {
        assertThat(Turns.next(9, new Bounds(2, 2, Map.of()), Map.of("eve", 3L), List.of(ADA)))
                .isEmpty();
    }

    @Test
    void bounds_below_one_are_refused() {
        assertThatThrownBy(() -> new Bounds(0, 1, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(1, 1, Map.of("ada", 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
