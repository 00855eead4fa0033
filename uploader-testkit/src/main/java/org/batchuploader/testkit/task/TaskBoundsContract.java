package org.batchuploader.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.junit.jupiter.api.Test;

/** The contract of a {@link TaskQueue} with {@link Bounds}, which hold over all processes that share it. */
public abstract class TaskBoundsContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Ids ids = new Ids();

    /** Two views of one empty queue, as two processes have them; one and the same where only one process can. */
    protected abstract List<TaskQueue> emptyQueue(Bounds bounds);

    @Test
    final void no_more_than_allowed_are_claimed_at_one_time_by_all_together() {
        List<TaskQueue> queue = emptyQueue(new Bounds(3, Integer.MAX_VALUE, Map.of()));
        enqueue(queue.get(0), "ada", 5);
        enqueue(queue.get(1), "bob", 5);
        List<Claim> first = queue.get(0).claim(2, LEASE);
        assertThat(first).hasSize(2);
        assertThat(queue.get(1).claim(9, LEASE)).hasSize(1);
        assertThat(queue.get(0).claim(9, LEASE)).isEmpty();
        queue.get(0).complete(first);
        assertThat(queue.get(1).claim(9, LEASE)).hasSize(2);
    }

    @Test
    final void one_owner_has_no_more_than_allowed_and_does_not_hold_up_another() {
        List<TaskQueue> queue = emptyQueue(new Bounds(9, 2, Map.of()));
        enqueue(queue.get(0), "ada", 5);
        List<Claim> first = queue.get(0).claim(9, LEASE);
        assertThat(first).hasSize(2);
        assertThat(queue.get(1).claim(9, LEASE)).isEmpty();
        enqueue(queue.get(1), "bob", 1);
        assertThat(queue.get(1).claim(9, LEASE)).extracting(Claim::owner).containsExactly("bob");
        queue.get(1).release(first.get(0));
        assertThat(queue.get(1).claim(9, LEASE)).extracting(Claim::owner).containsExactly("ada");
    }

    @Test
    final void an_owner_of_weight_three_has_three_for_one_of_another() {
        List<TaskQueue> queue = emptyQueue(new Bounds(100, 100, Map.of("ada", 3)));
        enqueue(queue.get(0), "ada", 20);
        enqueue(queue.get(0), "bob", 20);
        List<Claim> claims = queue.get(1).claim(8, LEASE);
        assertThat(claims.stream().filter(claim -> claim.owner().equals("ada"))).hasSize(6);
        assertThat(claims.stream().filter(claim -> claim.owner().equals("bob"))).hasSize(2);
    }

    private void enqueue(TaskQueue queue, String owner, int tasks) {
        for (int i = 0; i < tasks; i++) {
            queue.enqueue(new NewTask(new Work.PublishDataset(ids.dataset()), owner, owner + i));
        }
    }
}
