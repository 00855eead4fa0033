package org.batchuploader.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.TaskId;

/**
 * Durable queue. A task is claimed under a lease; when the lease runs out, the task is claimable again and the former
 * claim is void: each method that takes a void claim returns false and changes nothing. Methods join the transaction of
 * their thread (see {@link Transactions}).
 *
 * <p>Order: of the tasks with one order key only the oldest is ever claimable, and never while another of that key is
 * claimed. Between owners turns are taken ({@link Turns}): an owner with fewer claimed tasks for its weight comes first,
 * and nobody has more claimed than the {@link Bounds} allow. Of one owner's tasks the urgent ones come first.
 */
public interface TaskQueue {
    /** A task that was given up. */
    record DeadTask(
            TaskId task, Work work, String owner, String orderKey, int attempts, Instant diedAt, String reason) {}

    /**
     * How much there is.
     *
     * @param waiting ready or due later, not claimed
     */
    record Depth(long waiting, long claimed, long dead) {}

    /** Queues the tasks in the order of the list. */
    void enqueue(List<NewTask> tasks);

    default void enqueue(NewTask task) {
        enqueue(List.of(task));
    }

    /** Claims up to {@code max} tasks that are due. */
    List<Claim> claim(int max, Duration lease);

    /**
     * Makes the leases last for {@code lease} from now.
     *
     * @return those that held
     */
    List<Claim> extend(List<Claim> claims, Duration lease);

    default boolean extend(Claim claim, Duration lease) {
        return !extend(List.of(claim), lease).isEmpty();
    }

    /** Whether the claim still holds; inside a transaction, nobody else can claim the task before it ends. */
    boolean holds(Claim claim);

    /**
     * The tasks are done and gone.
     *
     * @return those whose claims held
     */
    List<Claim> complete(List<Claim> claims);

    default boolean complete(Claim claim) {
        return !complete(List.of(claim)).isEmpty();
    }

    /** The task is claimable again after the pause; its attempt counts. It keeps its place in the order of its key. */
    boolean retryLater(Claim claim, Duration pause, String reason);

    /** Hands the task back untouched, as at shutdown: claimable at once, and the attempt does not count. */
    boolean release(Claim claim);

    /** The task is set aside as dead, with the reason, and no longer blocks its order key. */
    boolean giveUp(Claim claim, String reason);

    Depth depth();

    /** How far is counted where every delivery asks: a longer queue costs no more than this. */
    int COUNTED = 1000;

    /**
     * How many tasks wait before the first one with this order key, counted up to {@link #COUNTED}; 0 also while it is claimed,
     * -1 when there is none.
     */
    long position(String orderKey);

    /** How many tasks wait, counted up to {@link #COUNTED}. */
    long waiting();

    /** Dead tasks, newest first. */
    List<DeadTask> dead(int limit);

    Optional<DeadTask> dead(TaskId task);

    /** Queues a dead task again, at the end of its order. */
    boolean redrive(TaskId task);

    /** Forgets a dead task. */
    boolean drop(TaskId task);

    /**
     * Calls {@code wake} after tasks have become claimable, possibly spuriously, possibly late; a worker polls besides.
     *
     * @return stops the calls
     */
    AutoCloseable onReady(Runnable wake);
}
