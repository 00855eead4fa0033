package org.batchuploader.core.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.Overview;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.TaskQueue.DeadTask;

/**
 * One row of the queue.
 *
 * @param number its place in the order
 * @param due when a waiting task may be claimed, when a claimed one's lease ends, when a dead one died
 * @param since when it was claimed last
 */
record QueuedTask(
        long number,
        TaskId id,
        NewTask task,
        State state,
        Instant due,
        Instant since,
        int attempt,
        long fence,
        String reason) {
    static final Comparator<QueuedTask> URGENT_FIRST = Comparator.<QueuedTask, Boolean>comparing(
                    task -> !task.task().urgent())
            .thenComparingLong(QueuedTask::number);

    enum State {
        WAITING,
        CLAIMED,
        DEAD
    }

    boolean isLive() {
        return state != State.DEAD;
    }

    boolean isClaimed(Instant now) {
        return state == State.CLAIMED && due.isAfter(now);
    }

    boolean isClaimable(Instant now) {
        return isLive() && !due.isAfter(now);
    }

    boolean isHeldBy(Claim claim, Instant now) {
        return isClaimed(now) && fence == claim.fence();
    }

    QueuedTask claimed(Instant now, Duration lease) {
        return new QueuedTask(number, id, task, State.CLAIMED, now.plus(lease), now, attempt + 1, fence + 1, reason);
    }

    QueuedTask extendedUntil(Instant end) {
        return new QueuedTask(number, id, task, state, end, since, attempt, fence, reason);
    }

    QueuedTask waitingUntil(Instant time, int newAttempt, String newReason) {
        return new QueuedTask(number, id, task, State.WAITING, time, since, newAttempt, fence, newReason);
    }

    QueuedTask died(Instant at, String newReason) {
        return new QueuedTask(number, id, task, State.DEAD, at, since, attempt, fence, newReason);
    }

    QueuedTask queuedAgain(long newNumber, Instant now) {
        return new QueuedTask(newNumber, id, task, State.WAITING, now, since, 0, fence, reason);
    }

    Overview.Load load(Instant now) {
        return isClaimed(now) ? new Overview.Load(0, 1, null) : new Overview.Load(1, 0, isClaimable(now) ? due : null);
    }

    TaskQueue.RunningTask running() {
        return new TaskQueue.RunningTask(id, task.work(), task.owner(), attempt, since, "here");
    }

    Claim claim() {
        return new Claim(id, task.work(), task.owner(), task.orderKey(), attempt, fence);
    }

    DeadTask dead() {
        return new DeadTask(id, task.work(), task.owner(), task.orderKey(), attempt, due, reason);
    }
}
