package org.batchuploader.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.support.ManualClock;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final int FAILURES = 3;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final ManualClock clock = new ManualClock();
    private final Gate gate = new Gate(Step.PORTAL, new GateRules(FAILURES, FIRST, LONGEST, 2), clock, new Random(1));

    @Test
    void opens_after_failures_in_a_row_and_then_calls_nobody() {
        fail(FAILURES - 1);
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
        fail(1);
        assertThat(gate.status().state()).isEqualTo(Gate.State.OPEN);
        assertThat(gate.status().trouble()).contains("GeoNode", "time-out");
        assertThat(turnedAway().pause()).isBetween(FIRST.dividedBy(2), FIRST.multipliedBy(2));
        assertThatThrownBy(gate::enter).isInstanceOf(NotNow.class).hasMessageContaining("PORTAL");
    }

    @Test
    void a_success_between_failures_begins_the_count_anew() {
        fail(FAILURES - 1);
        well();
        fail(FAILURES - 1);
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
    }

    @Test
    void a_refusal_is_no_failure() {
        for (int i = 0; i < 2 * FAILURES; i++) {
            assertThatThrownBy(() -> gate.enter().call(() -> {
                        throw new RemoteRefused("GeoNode", "400");
                    }))
                    .isInstanceOf(RemoteRefused.class);
        }
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
        assertThat(gate.status().failures()).isZero();
    }

    @Test
    void our_own_mistakes_are_neither_a_failure_nor_a_success() {
        fail(FAILURES - 1);
        assertThatThrownBy(() -> gate.enter().call(() -> {
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(gate.status().failures()).isEqualTo(FAILURES - 1);
        assertThat(gate.status().inside()).isZero();
    }

    @Test
    void after_its_pause_one_at_a_time_may_try_and_a_success_lets_everybody_in() {
        fail(FAILURES);
        clock.advance(FIRST);
        assertThat(gate.status().state()).isEqualTo(Gate.State.HALF_OPEN);
        gate.enter().call(() -> {
            assertThat(turnedAway().pause()).isPositive();
            return true;
        });
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
        assertThat(gate.status().trouble()).isNull();
        fail(FAILURES - 1);
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
    }

    @Test
    void a_probe_that_fails_doubles_the_pause_up_to_the_longest() {
        fail(FAILURES);
        for (Duration pause : new Duration[] {FIRST.multipliedBy(2), LONGEST, LONGEST, LONGEST}) {
            clock.advance(LONGEST);
            fail(1);
            Gate.Status status = gate.status();
            assertThat(status.state()).isEqualTo(Gate.State.OPEN);
            assertThat(Duration.between(clock.instant(), status.until())).isBetween(pause.dividedBy(2), pause);
        }
    }

    @Test
    void a_probe_that_ends_by_our_own_mistake_lets_the_next_one_try() {
        fail(FAILURES);
        clock.advance(FIRST);
        assertThatThrownBy(() -> gate.enter().call(() -> {
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(gate.status().state()).isEqualTo(Gate.State.HALF_OPEN);
        well();
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
    }

    @Test
    void a_call_from_before_decides_nothing_once_it_is_open() {
        gate.enter().call(() -> {
            fail(FAILURES);
            return true;
        });
        assertThat(gate.status().state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void no_more_are_inside_than_there_is_room_for_and_those_turned_away_keep_away_longer_and_longer() {
        gate.enter().call(() -> gate.enter().call(() -> {
            assertThat(gate.status().inside()).isEqualTo(2);
            Duration first = turnedAway().pause();
            assertThat(first).isLessThanOrEqualTo(Duration.ofMillis(500));
            for (int i = 0; i < 500; i++) {
                turnedAway();
            }
            assertThat(turnedAway().pause()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(31));
            return true;
        }));
        well();
        assertThat(gate.status().inside()).isZero();
    }

    @Test
    void a_place_is_taken_from_before_the_work_on_and_left_once() {
        Gate.Place first = gate.enter();
        Gate.Place second = gate.enter();
        turnedAway();
        assertThat(first.<Boolean>call(() -> true)).isTrue();
        first.close();
        assertThat(gate.status().inside()).isEqualTo(1);
        second.close();
        assertThat(gate.status().inside()).isZero();
    }

    @Test
    void a_probe_that_was_not_made_lets_the_next_one_try() {
        fail(FAILURES);
        clock.advance(FIRST);
        gate.enter().close();
        well();
        assertThat(gate.status().state()).isEqualTo(Gate.State.CLOSED);
    }

    private NotNow turnedAway() {
        return catchThrowableOfType(NotNow.class, () -> gate.enter().call(() -> {
            throw new AssertionError("it was let in");
        }));
    }

    private void well() {
        assertThat(gate.enter().<Boolean>call(() -> true)).isTrue();
    }

    private void fail(int times) {
        Supplier<Boolean> call = () -> {
            throw new RemoteUnavailable("GeoNode", "time-out");
        };
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> gate.enter().call(call)).isInstanceOf(RemoteUnavailable.class);
        }
    }
}
