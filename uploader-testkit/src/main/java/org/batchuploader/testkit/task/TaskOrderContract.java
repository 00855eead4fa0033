package org.batchuploader.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.junit.jupiter.api.Test;

/** The contract of {@link TaskQueue} for many tasks and workers: order within a key, turns between owners. */
public abstract class TaskOrderContract extends QueueContract {
    @Test
    final void tasks_of_one_key_come_one_after_the_other_in_the_order_queued() {
        List<Work> works = queue("ada", "k", 3);
        for (Work work : works) {
            List<Claim> claims = tasks().claim(9, LEASE);
            assertThat(claims).extracting(Claim::work).containsExactly(work);
            assertThat(tasks().claim(9, LEASE)).isEmpty();
            tasks().complete(claims.get(0));
        }
    }

    @Test
    final void a_retry_keeps_its_place_and_blocks_those_behind_it() {
        List<Work> works = queue("ada", "k", 2);
        tasks().retryLater(claim(), Duration.ofMinutes(5), "later");
        assertThat(tasks().claim(9, LEASE)).isEmpty();
        pass(Duration.ofMinutes(6));
        assertThat(tasks().claim(9, LEASE)).extracting(Claim::work).containsExactly(works.get(0));
    }

    @Test
    final void a_lease_that_ran_out_and_a_release_keep_the_place_too() {
        List<Work> works = queue("ada", "k", 2);
        claim();
        pass(LEASE.plusSeconds(1));
        var again = claim();
        assertThat(again.work()).isEqualTo(works.get(0));
        tasks().release(again);
        assertThat(claim().work()).isEqualTo(works.get(0));
    }

    @Test
    final void a_dead_task_no_longer_blocks_and_a_redriven_one_comes_last() {
        List<Work> works = queue("ada", "k", 3);
        var first = claim();
        tasks().giveUp(first, "dead");
        tasks().redrive(first.task());
        List<Work> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var claim = claim();
            seen.add(claim.work());
            tasks().complete(claim);
        }
        assertThat(seen).containsExactly(works.get(1), works.get(2), works.get(0));
    }

    @Test
    final void a_task_that_follows_within_the_transaction_that_completes_the_last_is_not_forgotten() {
        queue("ada", "k", 1);
        var claim = claim();
        stores().transactions().run(() -> {
            enqueue("ada", "k");
            tasks().complete(claim);
        });
        assertThat(tasks().complete(claim())).isTrue();
        assertThat(tasks().depth().waiting()).isZero();
    }

    @Test
    final void owners_with_fewer_claimed_tasks_come_first() {
        enqueue("ada", "a1", "a2", "a3", "a4", "a5");
        tasks().claim(2, LEASE);
        enqueue("bob", "b1", "b2", "b3");
        enqueue("eve", "e1");
        assertThat(tasks().claim(5, LEASE))
                .extracting(Claim::orderKey)
                .startsWith("b1", "e1", "b2")
                .containsExactlyInAnyOrder("b1", "e1", "b2", "b3", "a3");
    }

    @Test
    final void one_claim_takes_turns_too() {
        enqueue("ada", "a1", "a2", "a3");
        enqueue("bob", "b1", "b2");
        assertThat(tasks().claim(4, LEASE)).extracting(Claim::orderKey).containsExactly("a1", "b1", "a2", "b2");
    }

    @Test
    final void an_urgent_task_comes_before_the_others_of_its_owner_and_of_nobody_else() {
        enqueue("ada", "a1", "a2");
        enqueue("bob", "b1");
        enqueueUrgent("ada", "a3");
        assertThat(tasks().claim(2, LEASE)).extracting(Claim::orderKey).containsExactlyInAnyOrder("a3", "b1");
        assertThat(tasks().claim(9, LEASE)).extracting(Claim::orderKey).containsExactly("a1", "a2");
    }

    @Test
    final void an_urgent_task_does_not_overtake_its_own_key() {
        List<Work> works = queue("ada", "k", 2);
        enqueueUrgent("ada", "k");
        for (Work work : works) {
            var claim = claim();
            assertThat(claim.work()).isEqualTo(work);
            tasks().complete(claim);
        }
        assertThat(claim().orderKey()).isEqualTo("k");
    }

    @Test
    final void those_behind_one_key_are_found_however_far_the_others_went() {
        List<Work> works = queue("ada", "k", 3);
        enqueue("ada", "a1", "a2", "a3", "a4");
        List<Claim> claims = tasks().claim(9, LEASE);
        assertThat(claims).hasSize(5);
        tasks().complete(claims);
        assertThat(tasks().claim(9, LEASE)).extracting(Claim::work).containsExactly(works.get(1));
    }

    @Test
    final void an_owner_who_waits_behind_a_pause_does_not_hold_up_others() {
        enqueue("ada", "a1", "a2");
        enqueue("bob", "b1", "b2");
        tasks().claim(2, LEASE).forEach(c -> tasks().retryLater(c, Duration.ofMinutes(9), "later"));
        assertThat(tasks().claim(9, LEASE)).extracting(Claim::orderKey).containsExactly("a2", "b2");
    }

    @Test
    final void a_task_whose_claim_a_transaction_holds_is_not_claimed_when_its_lease_runs_out() throws Exception {
        enqueue("ada", "a");
        var claim = tasks().claim(1, SHORT_LEASE).get(0);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<List<Claim>> stolen = stores().transactions().call(() -> {
                tasks().holds(claim);
                passWithin(SHORT_LEASE.plusMillis(1));
                Future<List<Claim>> attempt = other.submit(() -> tasks().claim(1, LEASE));
                Awaitility.await().during(Duration.ofMillis(50)).until(() -> true);
                assertThat(tasks().complete(claim)).isTrue();
                return attempt;
            });
            assertThat(stolen.get()).isEmpty();
        } finally {
            other.shutdownNow();
        }
    }

    /** Workers complete, retry, release and follow up at random; a ledger outside of the queue judges them. */
    @Test
    final void many_workers_keep_the_order_of_every_key_and_lose_nothing() throws Exception {
        int keys = 5;
        int each = 12;
        Map<String, Integer> running = new ConcurrentHashMap<>();
        Map<String, List<Work>> done = new ConcurrentHashMap<>();
        Map<String, List<Work>> queued = new ConcurrentHashMap<>();
        var left = new CountDownLatch(keys * each);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int key = 0; key < keys; key++) {
                String orderKey = "k" + key;
                done.put(orderKey, Collections.synchronizedList(new ArrayList<>()));
                all.add(threads.submit(() -> queued.put(orderKey, queue("owner" + orderKey, orderKey, each))));
            }
            for (int worker = 0; worker < 4; worker++) {
                all.add(threads.submit(() -> {
                    while (left.getCount() > 0) {
                        for (Claim claim : tasks().claim(2, LEASE)) {
                            assertThat(running.merge(claim.orderKey(), 1, Integer::sum))
                                    .as("running of key " + claim.orderKey())
                                    .isEqualTo(1);
                            work(claim, running, done, left);
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(done).isEqualTo(queued);
        assertThat(tasks().depth()).isEqualTo(new TaskQueue.Depth(0, 0, 0));
    }

    private void work(Claim claim, Map<String, Integer> running, Map<String, List<Work>> done, CountDownLatch left) {
        int chance = ThreadLocalRandom.current().nextInt(10);
        running.merge(claim.orderKey(), -1, Integer::sum);
        if (chance == 0) {
            assertThat(tasks().retryLater(claim, Duration.ZERO, "again")).isTrue();
        } else if (chance == 1) {
            assertThat(tasks().release(claim)).isTrue();
        } else {
            done.getOrDefault(claim.orderKey(), new ArrayList<>()).add(claim.work());
            assertThat(tasks().complete(claim)).isTrue();
            left.countDown();
        }
    }

    private void enqueueUrgent(String owner, String orderKey) {
        tasks().enqueue(new NewTask(new Work.PublishDataset(new Ids().dataset()), owner, orderKey, true));
    }

    private List<Work> queue(String owner, String orderKey, int count) {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Work work = new Work.PublishDataset(new Ids().dataset());
            tasks().enqueue(new NewTask(work, owner, orderKey));
            works.add(work);
        }
        return works;
    }
}
