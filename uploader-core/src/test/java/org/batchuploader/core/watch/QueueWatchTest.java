package org.batchuploader.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.support.ManualClock;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.watch.QueueWatch.Place;
import org.junit.jupiter.api.Test;

class QueueWatchTest {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock();
    private final Ids ids = new Ids();
    private final TaskQueue tasks = new InMemory(clock, ids, new Bounds(1000, 1000, Map.of("eve", 3))).tasks();
    private final QueueWatch watch = new QueueWatch(clock, tasks);

    @Test
    void one_look_serves_for_a_while() {
        assertThat(watch.look().queue().depth().waiting()).isZero();
        enqueue("ada", 1);
        assertThat(watch.look().queue().depth().waiting()).isZero();
        clock.advance(LATER);
        assertThat(watch.look().queue().depth().waiting()).isEqualTo(1);
    }

    @Test
    void a_place_counts_whom_turns_bring_before() {
        enqueue("ada", 100);
        enqueue("bob", 3);
        assertThat(watch.places("bob", 9)).extracting(Place::before).containsExactly(0L, 2L, 4L);
        assertThat(watch.places("ada", 9))
                .extracting(Place::before)
                .containsExactly(0L, 2L, 4L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(watch.places("nobody", 9)).isEmpty();
    }

    @Test
    void whoever_has_more_running_or_weighs_less_comes_later() {
        enqueue("ada", 2);
        tasks.claim(2, LEASE);
        enqueue("ada", 1);
        enqueue("bob", 9);
        enqueue("eve", 9);
        assertThat(watch.places("ada", 9)).extracting(Place::before).containsExactly(2L + 6);
        assertThat(watch.places("bob", 2)).extracting(Place::before).containsExactly(0L, 1L + 3);
    }

    @Test
    void how_long_it_takes_is_not_told_before_something_ended() {
        enqueue("ada", 5);
        assertThat(watch.places("ada", 9)).extracting(Place::delay).containsOnlyNulls();
        clock.advance(LATER);
        assertThat(watch.places("ada", 9)).extracting(Place::delay).containsOnlyNulls();
    }

    @Test
    void how_long_it_takes_follows_from_what_ended_of_late_whoever_did_it() {
        enqueue("ada", 40);
        watch.look();
        List<Claim> claims = tasks.claim(20, LEASE);
        tasks.complete(claims.subList(0, 19));
        tasks.giveUp(claims.get(19), "dead");
        clock.advance(LATER);
        assertThat(watch.look().perSecond()).isEqualTo(2.0);
        assertThat(watch.places("ada", 9).get(8).delay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void times_when_nothing_waited_say_nothing_about_how_quick_it_is() {
        enqueue("ada", 20);
        watch.look();
        tasks.complete(tasks.claim(20, LEASE));
        clock.advance(LATER);
        watch.look();
        clock.advance(Duration.ofMinutes(10));
        enqueue("ada", 1);
        assertThat(watch.look().perSecond()).isEqualTo(2.0);
    }

    @Test
    void what_was_long_ago_is_forgotten() {
        enqueue("ada", 21);
        watch.look();
        tasks.complete(tasks.claim(20, LEASE));
        clock.advance(LATER);
        assertThat(watch.look().perSecond()).isEqualTo(2.0);
        clock.advance(Duration.ofHours(2));
        assertThat(watch.look().perSecond()).isNull();
    }

    private void enqueue(String owner, int count) {
        for (int i = 0; i < count; i++) {
            Work work = new Work.PublishDataset(ids.dataset());
            tasks.enqueue(new NewTask(work, owner, "key of " + work));
        }
    }
}
