package org.batchuploader.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.batchuploader.core.id.TaskId;

/**
 * Durable queue. A task is claimed under a lease; when the lease runs out, the task is claimable again and the former
 * claim is void: each method that takes a void claim returns false and changes nothing. Methods join the transaction of
 * their thread (see {@link Transactions}).
 *
 * <p>Order: of the tasks with one order key only the oldest is ever claimable, and never while another of that key is
 * claimed. Between owners turns are taken: an owner with fewer claimed tasks comes first.
 */
public interface TaskQueue {
    /** A task that was given up. */
    record DeadTask(TaskId task, Work work, String owner, int attempts, Instant diedAt, String reason) {}

    /**
     * How much there is.
     *
     * @param waiting ready or due later, not claimed
     */
    record Depth(long waiting, long claimed, long dead) {}

    void enqueue(NewTask task);

    /** Claims up to {@code max} tasks that are due. */
    List<Claim> claim(int max, Duration lease);

    /** Makes the lease last for {@code lease} from now. */
    boolean extend(Claim claim, Duration lease);

    /** Whether the claim still holds; inside a transaction, nobody else can claim the task before it ends. */
    boolean holds(Claim claim);

    /** The task is done and gone. */
    boolean complete(Claim claim);

    /** The task is claimable again after the pause; its attempt counts. It keeps its place in the order of its key. */
    boolean retryLater(Claim claim, Duration pause, String reason);

    /** Hands the task back untouched, as at shutdown: claimable at once, and the attempt does not count. */
    boolean release(Claim claim);

    /** The task is set aside as dead, with the reason, and no longer blocks its order key. */
    boolean giveUp(Claim claim, String reason);

    Depth depth();

    /** How many tasks wait before the first one with this order key; -1 when there is none. */
    long position(String orderKey);

    /** Dead tasks, newest first. */
    List<DeadTask> dead(int limit);

    /** Queues a dead task again, at the end of its order. */
    boolean redrive(TaskId task);

    /**
     * Calls {@code wake} after tasks have become claimable, possibly spuriously, possibly late; a worker polls besides.
     *
     * @return stops the calls
     */
    AutoCloseable onReady(Runnable wake);
}
