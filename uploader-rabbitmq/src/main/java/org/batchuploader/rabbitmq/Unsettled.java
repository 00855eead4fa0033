package org.batchuploader.rabbitmq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;

/**
 * The messages that this process holds, at most as many as its prefetch. One is acknowledged when the task it names,
 * claimed here, has come to its end here; or when a claim that began after it came found nothing more to do, since then
 * its task is gone, or whoever works on it or on one before it will look again. While this process has no room, messages
 * are kept; so the broker gives others to those who have.
 *
 * @param <M> a message, which knows its session
 */
final class Unsettled<M> {
    private record Held<M>(M message, long number) {}

    private final LongSupplier nanoTime;
    private final Map<TaskId, Held<M>> held = new LinkedHashMap<>();
    private final Map<TaskId, Long> working = new HashMap<>();
    private long number;

    /** @param nanoTime what leases are counted with here; only to forget claims that nobody ended */
    Unsettled(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A new session: what was held will be given again. */
    synchronized void begin() {
        held.clear();
    }

    /** @return messages to acknowledge at once: the same word, come twice */
    synchronized List<M> came(TaskId task, M message) {
        Held<M> twin = held.put(task, new Held<>(message, ++number));
        return twin == null ? List.of() : List.of(twin.message());
    }

    /** To be asked before a claim. */
    synchronized long mark() {
        return number;
    }

    /**
     * A claim was made.
     *
     * @param mark asked before it
     * @param all whether it found less than it wanted, so that nothing more is claimable
     * @return messages to acknowledge
     */
    synchronized List<M> claimed(List<Claim> claims, Duration lease, long mark, boolean all) {
        long now = nanoTime.getAsLong();
        working.values().removeIf(until -> until - now < 0);
        claims.forEach(claim -> working.put(claim.task(), now + lease.toNanos()));
        List<M> settled = new ArrayList<>();
        if (all) {
            held.entrySet().removeIf(entry -> {
                boolean over = entry.getValue().number() <= mark && !working.containsKey(entry.getKey());
                if (over) {
                    settled.add(entry.getValue().message());
                }
                return over;
            });
        }
        return settled;
    }

    synchronized void extended(List<Claim> claims, Duration lease) {
        long until = nanoTime.getAsLong() + lease.toNanos();
        claims.forEach(claim -> working.replace(claim.task(), until));
    }

    /** @return messages to acknowledge: those of the tasks */
    synchronized List<M> ended(List<Claim> claims) {
        List<M> settled = new ArrayList<>();
        for (Claim claim : claims) {
            working.remove(claim.task());
            Held<M> message = held.remove(claim.task());
            if (message != null) {
                settled.add(message.message());
            }
        }
        return settled;
    }

    /** @return messages to hand back: those of tasks that are not being worked on here */
    synchronized List<M> idle() {
        List<M> idle = new ArrayList<>();
        held.entrySet().removeIf(entry -> {
            boolean free = !working.containsKey(entry.getKey());
            if (free) {
                idle.add(entry.getValue().message());
            }
            return free;
        });
        return idle;
    }
}
