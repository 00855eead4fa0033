package org.batchuploader.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.TaskQueue.Depth;
import org.batchuploader.core.task.Work;
import org.junit.jupiter.api.Test;

/** The contract of {@link TaskQueue} for one worker: leases, fences, retries, counting. */
public abstract class TaskQueueContract extends QueueContract {
    private static final int MANY = 50;

    @Test
    final void a_claim_brings_back_every_kind_of_work() {
        List<Work> works = List.of(
                new Work.OpenUpload(ids().upload()),
                new Work.PublishDataset(ids().dataset()),
                new Work.RemoveLayer(ids().layer()),
                new Work.DeliverNotice(ids().notice()));
        works.forEach(work -> tasks().enqueue(new NewTask(work, "ada", "key of " + work)));
        List<Claim> claims = tasks().claim(9, LEASE);
        assertThat(claims).extracting(Claim::work).containsExactlyElementsOf(works);
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.owner()).isEqualTo("ada");
            assertThat(claim.orderKey()).isEqualTo("key of " + claim.work());
            assertThat(claim.attempt()).isEqualTo(1);
        });
    }

    @Test
    final void no_more_is_claimed_than_asked_for_or_there() {
        enqueue("ada", "a", "b", "c");
        assertThat(tasks().claim(2, LEASE)).hasSize(2);
        assertThat(tasks().claim(2, LEASE)).hasSize(1);
        assertThat(tasks().claim(2, LEASE)).isEmpty();
    }

    @Test
    final void a_completed_task_is_gone() {
        enqueue("ada", "a");
        var claim = claim();
        assertThat(tasks().complete(claim)).isTrue();
        assertThat(tasks().complete(claim)).isFalse();
        pass(LEASE.multipliedBy(2));
        assertThat(tasks().claim(1, LEASE)).isEmpty();
        assertThat(tasks().depth()).isEqualTo(new Depth(0, 0, 0));
    }

    @Test
    final void a_lease_that_runs_out_makes_the_task_claimable_and_the_claim_void() {
        enqueue("ada", "a");
        var first = claim();
        assertThat(tasks().holds(first)).isTrue();
        pass(LEASE.plusSeconds(1));
        assertVoid(first);
        var second = claim();
        assertThat(second.task()).isEqualTo(first.task());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertVoid(first);
        assertThat(tasks().complete(second)).isTrue();
    }

    @Test
    final void a_short_lease_runs_out_by_itself() {
        enqueue("ada", "a");
        var first = tasks().claim(1, Duration.ofMillis(50)).get(0);
        pass(Duration.ofMillis(51));
        Awaitility.await().until(() -> !tasks().holds(first));
        Awaitility.await().until(() -> !tasks().claim(1, LEASE).isEmpty());
    }

    @Test
    final void an_extended_lease_lasts_from_then_on() {
        enqueue("ada", "a");
        var claim = claim();
        pass(LEASE.minusSeconds(5));
        assertThat(tasks().extend(claim, LEASE)).isTrue();
        pass(LEASE.minusSeconds(5));
        assertThat(tasks().holds(claim)).isTrue();
        assertThat(tasks().claim(1, LEASE)).isEmpty();
        pass(Duration.ofSeconds(6));
        assertVoid(claim);
    }

    @Test
    final void a_retry_waits_for_its_pause_and_counts() {
        enqueue("ada", "a");
        assertThat(tasks().retryLater(claim(), Duration.ofMinutes(5), "no answer \0"))
                .isTrue();
        assertThat(tasks().depth()).isEqualTo(new Depth(1, 0, 0));
        pass(Duration.ofMinutes(4));
        assertThat(tasks().claim(1, LEASE)).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(claim().attempt()).isEqualTo(2);
    }

    @Test
    final void a_released_task_is_claimable_at_once_and_the_attempt_does_not_count() {
        enqueue("ada", "a");
        var first = claim();
        assertThat(tasks().release(first)).isTrue();
        assertVoid(first);
        var second = claim();
        assertThat(second.attempt()).isEqualTo(1);
        assertVoid(first);
        assertThat(tasks().holds(second)).isTrue();
    }

    @Test
    final void a_task_given_up_is_dead_with_its_reason_and_can_be_redriven() {
        enqueue("ada", "a");
        tasks().retryLater(claim(), Duration.ZERO, "first");
        var claim = claim();
        assertThat(tasks().giveUp(claim, "refused \0")).isTrue();
        assertVoid(claim);
        pass(Duration.ofHours(1));
        assertThat(tasks().claim(1, LEASE)).isEmpty();
        assertThat(tasks().depth()).isEqualTo(new Depth(0, 0, 1));
        var dead = tasks().dead(9).get(0);
        assertThat(dead.task()).isEqualTo(claim.task());
        assertThat(dead.work()).isEqualTo(claim.work());
        assertThat(dead.owner()).isEqualTo("ada");
        assertThat(dead.attempts()).isEqualTo(2);
        assertThat(dead.reason()).startsWith("refused");

        assertThat(tasks().redrive(dead.task())).isTrue();
        assertThat(tasks().redrive(dead.task())).isFalse();
        assertThat(tasks().dead(9)).isEmpty();
        assertVoid(claim);
        var again = claim();
        assertThat(again.task()).isEqualTo(claim.task());
        assertThat(again.attempt()).isEqualTo(1);
        assertVoid(claim);
    }

    @Test
    final void only_a_dead_task_is_redriven() {
        enqueue("ada", "a");
        var claim = claim();
        assertThat(tasks().redrive(claim.task())).isFalse();
        assertThat(tasks().redrive(ids().task())).isFalse();
        assertThat(tasks().holds(claim)).isTrue();
    }

    @Test
    final void dead_tasks_come_newest_first() {
        enqueue("ada", "a", "b", "c");
        for (String reason : List.of("1", "2", "3")) {
            tasks().giveUp(claim(), reason);
            pass(Duration.ofSeconds(1));
        }
        assertThat(tasks().dead(2)).extracting(TaskQueue.DeadTask::reason).containsExactly("3", "2");
    }

    @Test
    final void what_was_held_at_the_start_of_a_transaction_can_be_completed_at_its_end() {
        enqueue("ada", "a");
        var claim = tasks().claim(1, SHORT_LEASE).get(0);
        boolean completed = stores().transactions().call(() -> {
            assertThat(tasks().holds(claim)).isTrue();
            passWithin(SHORT_LEASE.plusMillis(1));
            return tasks().complete(claim);
        });
        assertThat(completed).isTrue();
        assertThat(tasks().depth()).isEqualTo(new Depth(0, 0, 0));
    }

    @Test
    final void depth_counts_a_claim_whose_lease_ran_out_as_waiting() {
        enqueue("ada", "a", "b", "b");
        tasks().claim(9, LEASE);
        assertThat(tasks().depth()).isEqualTo(new Depth(1, 2, 0));
        pass(LEASE.plusSeconds(1));
        assertThat(tasks().depth()).isEqualTo(new Depth(3, 0, 0));
    }

    @Test
    final void position_counts_the_waiting_ones_before() {
        enqueue("ada", "a", "b", "c", "b");
        assertThat(tasks().position("a")).isZero();
        assertThat(tasks().position("b")).isEqualTo(1);
        assertThat(tasks().position("c")).isEqualTo(2);
        assertThat(tasks().position("d")).isEqualTo(-1);
        tasks().giveUp(claim(), "a is dead");
        assertThat(tasks().position("a")).isEqualTo(-1);
        assertThat(tasks().position("c")).isEqualTo(1);
        claim();
        assertThat(tasks().position("b")).isZero();
        assertThat(tasks().position("c")).isZero();
    }

    @Test
    final void a_long_queue_is_counted_no_further_than_is_told() {
        assertThat(tasks().waiting()).isZero();
        enqueue("ada", "a", "b");
        claim();
        assertThat(tasks().waiting()).isEqualTo(1);
        enqueue(
                "ada",
                IntStream.range(0, TaskQueue.COUNTED + 5).mapToObj(n -> "n" + n).toArray(String[]::new));
        assertThat(tasks().waiting()).isEqualTo(TaskQueue.COUNTED);
        assertThat(tasks().position("n" + (TaskQueue.COUNTED + 4))).isEqualTo(TaskQueue.COUNTED);
        assertThat(tasks().position("n3")).isEqualTo(4);
    }

    @Test
    final void a_listener_is_woken_after_the_commit_until_it_is_closed() throws Exception {
        var woken = new AtomicInteger();
        var listening = tasks().onReady(woken::incrementAndGet);
        try (listening) {
            int before = woken.get();
            enqueue("ada", "a");
            Awaitility.await().until(() -> woken.get() > before);
            int completed = woken.get();
            tasks().release(claim());
            Awaitility.await().until(() -> woken.get() > completed);
        }
        int closed = woken.get();
        enqueue("ada", "b");
        tasks().claim(9, LEASE);
        assertThat(woken).hasValue(closed);
    }

    @Test
    final void a_listener_sees_the_task_when_it_is_woken_and_hears_nothing_of_what_is_undone() throws Exception {
        List<Long> seen = new ArrayList<>();
        Thread self = Thread.currentThread();
        try (var listening = tasks().onReady(() -> {
            if (Thread.currentThread() == self) {
                seen.add(tasks().depth().waiting());
            }
        })) {
            assertThat(listening).isNotNull();
            assertThatThrownBy(() -> stores().transactions().run(() -> {
                        enqueue("ada", "x");
                        throw new IllegalStateException("undone");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            enqueue("ada", "a");
        }
        assertThat(seen).containsExactly(1L);
    }

    @Test
    final void a_batch_is_claimed_in_the_order_of_its_list() {
        List<NewTask> batch = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            batch.add(new NewTask(new Work.PublishDataset(ids().dataset()), "ada", "k" + i));
        }
        tasks().enqueue(batch);
        assertThat(tasks().claim(200, LEASE))
                .extracting(Claim::work)
                .containsExactlyElementsOf(batch.stream().map(NewTask::work).toList());
    }

    @Test
    final void a_batch_is_queued_with_the_transaction_or_not_at_all() {
        List<NewTask> batch = List.of(new NewTask(new Work.PublishDataset(ids().dataset()), "ada", "a"));
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    tasks().enqueue(batch);
                    throw new IllegalStateException("undone");
                }))
                .isInstanceOf(IllegalStateException.class);
        tasks().enqueue(List.<NewTask>of());
        assertThat(tasks().claim(9, LEASE)).isEmpty();
        assertThat(tasks().depth()).isEqualTo(new Depth(0, 0, 0));
    }

    @Test
    final void a_batch_of_completions_leaves_out_what_is_no_longer_held() {
        enqueue("ada", "a", "b", "c");
        List<Claim> claims = tasks().claim(3, LEASE);
        tasks().release(claims.get(1));
        assertThat(tasks().complete(claims)).containsExactly(claims.get(0), claims.get(2));
        assertThat(tasks().complete(claims)).isEmpty();
        assertThat(tasks().depth()).isEqualTo(new Depth(1, 0, 0));
    }

    @Test
    final void a_heartbeat_for_many_leaves_out_what_is_no_longer_held() {
        enqueue("ada", "a", "b");
        List<Claim> claims = tasks().claim(2, LEASE);
        tasks().complete(claims.get(0));
        pass(LEASE.minusSeconds(5));
        assertThat(tasks().extend(claims, LEASE)).containsExactly(claims.get(1));
        pass(Duration.ofSeconds(10));
        assertThat(tasks().claim(9, LEASE)).isEmpty();
        assertThat(tasks().complete(claims.get(1))).isTrue();
    }

    @Test
    final void a_dead_task_is_found_by_its_identifier_until_it_is_dropped() {
        enqueue("ada", "a");
        var claim = claim();
        assertThat(tasks().dead(claim.task())).isEmpty();
        assertThat(tasks().drop(claim.task())).isFalse();
        tasks().giveUp(claim, "refused");
        assertThat(tasks().dead(claim.task())).hasValueSatisfying(dead -> {
            assertThat(dead.orderKey()).isEqualTo("a");
            assertThat(dead.reason()).isEqualTo("refused");
        });
        assertThat(tasks().drop(claim.task())).isTrue();
        assertThat(tasks().dead(claim.task())).isEmpty();
        assertThat(tasks().redrive(claim.task())).isFalse();
        assertThat(tasks().depth()).isEqualTo(new Depth(0, 0, 0));
    }

    @Test
    final void of_many_claimed_together_each_ends_for_itself() {
        List<Claim> claims = many("ada");
        assertThat(tasks().complete(claims.get(0))).isTrue();
        assertThat(tasks().release(claims.get(1))).isTrue();
        assertThat(tasks().retryLater(claims.get(2), Duration.ofMinutes(5), "later"))
                .isTrue();
        assertThat(tasks().giveUp(claims.get(3), "dead")).isTrue();
        claims.subList(0, 4).forEach(this::assertVoid);
        assertThat(tasks().depth()).isEqualTo(new Depth(2, MANY - 4, 1));
        assertThat(claim()).satisfies(again -> {
            assertThat(again.task()).isEqualTo(claims.get(1).task());
            assertThat(again.attempt()).isEqualTo(1);
        });
        assertVoid(claims.get(1));
        List<Claim> left = claims.subList(4, MANY);
        assertThat(left).allMatch(tasks()::holds);
        assertThat(tasks().complete(claims)).containsExactlyElementsOf(left);
    }

    @Test
    final void the_leases_of_many_claimed_together_run_out_together_and_each_attempt_counts() {
        List<Claim> claims = many("ada");
        tasks().complete(claims.get(0));
        pass(LEASE.plusSeconds(1));
        List<Claim> again = tasks().claim(MANY, LEASE);
        assertThat(again)
                .extracting(Claim::task)
                .containsExactlyElementsOf(
                        claims.stream().skip(1).map(Claim::task).toList());
        assertThat(again).extracting(Claim::attempt).containsOnly(2);
        assertThat(tasks().complete(claims)).isEmpty();
        assertThat(tasks().complete(again)).hasSize(MANY - 1);
    }

    private List<Claim> many(String owner) {
        for (int i = 0; i < MANY; i++) {
            enqueue(owner, "key" + i);
        }
        List<Claim> claims = tasks().claim(MANY, LEASE);
        assertThat(claims).hasSize(MANY);
        return claims;
    }

    private void assertVoid(Claim claim) {
        assertThat(tasks().holds(claim)).isFalse();
        assertThat(tasks().extend(claim, LEASE)).isFalse();
        assertThat(tasks().retryLater(claim, Duration.ZERO, "void")).isFalse();
        assertThat(tasks().release(claim)).isFalse();
        assertThat(tasks().giveUp(claim, "void")).isFalse();
        assertThat(tasks().complete(claim)).isFalse();
    }
}
