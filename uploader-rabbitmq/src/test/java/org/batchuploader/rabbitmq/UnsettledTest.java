package org.batchuploader.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.Work;
import org.junit.jupiter.api.Test;

class UnsettledTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Ids ids = new Ids(new Random(7));
    private final AtomicLong time = new AtomicLong();
    private final Unsettled<String> unsettled = new Unsettled<>(time::get);

    @Test
    void word_of_a_task_claimed_here_is_kept_until_the_task_has_ended() {
        var claim = claim();
        unsettled.came(claim.task(), "m");
        assertThat(unsettled.claimed(List.of(claim), LEASE, unsettled.mark(), true))
                .isEmpty();
        assertThat(unsettled.ended(List.of(claim))).containsExactly("m");
        assertThat(unsettled.ended(List.of(claim))).isEmpty();
    }

    @Test
    void word_that_comes_while_the_task_is_worked_on_is_kept_too() {
        var claim = claim();
        unsettled.claimed(List.of(claim), LEASE, 0, true);
        unsettled.came(claim.task(), "late");
        assertThat(unsettled.claimed(List.of(), LEASE, unsettled.mark(), true)).isEmpty();
        assertThat(unsettled.ended(List.of(claim))).containsExactly("late");
    }

    @Test
    void word_of_a_task_that_is_gone_is_settled_by_a_claim_that_finds_nothing() {
        unsettled.came(ids.task(), "old");
        assertThat(unsettled.claimed(List.of(), LEASE, unsettled.mark(), true)).containsExactly("old");
    }

    @Test
    void word_is_kept_while_there_is_no_room_and_when_it_came_after_the_claim_began() {
        unsettled.came(ids.task(), "before");
        long mark = unsettled.mark();
        assertThat(unsettled.claimed(List.of(claim()), LEASE, mark, false)).isEmpty();
        unsettled.came(ids.task(), "after");
        assertThat(unsettled.claimed(List.of(), LEASE, mark, true)).containsExactly("before");
    }

    @Test
    void the_same_word_twice_is_settled_once_at_once() {
        var task = ids.task();
        assertThat(unsettled.came(task, "first")).isEmpty();
        assertThat(unsettled.came(task, "second")).containsExactly("first");
        assertThat(unsettled.claimed(List.of(), LEASE, unsettled.mark(), true)).containsExactly("second");
    }

    @Test
    void a_claim_that_nobody_ended_is_forgotten_with_its_lease() {
        var claim = claim();
        unsettled.came(claim.task(), "m");
        unsettled.claimed(List.of(claim), LEASE, unsettled.mark(), true);
        time.addAndGet(LEASE.minusSeconds(1).toNanos());
        unsettled.extended(List.of(claim), LEASE);
        time.addAndGet(LEASE.minusSeconds(1).toNanos());
        assertThat(unsettled.claimed(List.of(), LEASE, unsettled.mark(), true)).isEmpty();
        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(unsettled.claimed(List.of(), LEASE, unsettled.mark(), true)).containsExactly("m");
    }

    @Test
    void a_process_that_stops_working_hands_back_what_it_does_not_work_on() {
        var claim = claim();
        unsettled.came(claim.task(), "mine");
        unsettled.claimed(List.of(claim), LEASE, unsettled.mark(), false);
        unsettled.came(ids.task(), "idle");
        assertThat(unsettled.idle()).containsExactly("idle");
        assertThat(unsettled.ended(List.of(claim))).containsExactly("mine");
    }

    @Test
    void nothing_of_a_lost_session_is_settled() {
        var claim = claim();
        unsettled.came(claim.task(), "lost");
        unsettled.begin();
        assertThat(unsettled.ended(List.of(claim))).isEmpty();
    }

    private Claim claim() {
        return new Claim(ids.task(), new Work.PublishDataset(ids.dataset()), "ada", "key", 1, 1);
    }
}
