package org.batchuploader.core.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Whose turn it is: the owner with the fewest claimed tasks for its weight, of several the one who waits longest. Every
 * queue that takes turns uses this one rule.
 */
public final class Turns {
    /**
     * An owner with tasks waiting.
     *
     * @param first the place of the first of them in the order queued
     * @param waiting how many at most can be claimed now
     */
    public record Waiting(String owner, long first, long waiting) {}

    private static final class Turn {
        static final Comparator<Turn> ORDER = Comparator.<Turn>comparingDouble(turn -> turn.claimed / turn.weight)
                .thenComparingLong(turn -> turn.taken)
                .thenComparingLong(turn -> turn.owner.first);

        final Waiting owner;
        final double weight;
        double claimed;
        long taken;

        Turn(Waiting owner, int weight, long claimed) {
            this.owner = owner;
            this.weight = weight;
            this.claimed = claimed;
        }
    }

    private Turns() {}

    /**
     * Who may claim next, each name once for each task.
     *
     * @param max names at most
     * @param claimed how many tasks each owner has claimed already, also those who wait for nothing
     */
    public static List<String> next(int max, Bounds bounds, Map<String, Long> claimed, Collection<Waiting> owners) {
        long all = claimed.values().stream().mapToLong(Long::longValue).sum();
        long free = Math.min(max, bounds.all() - all);
        var queue = new PriorityQueue<>(Turn.ORDER);
        for (Waiting owner : owners) {
            offer(
                    queue,
                    bounds,
                    new Turn(owner, bounds.weight(owner.owner()), claimed.getOrDefault(owner.owner(), 0L)));
        }
        List<String> turns = new ArrayList<>();
        while (turns.size() < free && !queue.isEmpty()) {
            Turn turn = queue.remove();
            turns.add(turn.owner.owner());
            turn.claimed++;
            turn.taken++;
            offer(queue, bounds, turn);
        }
        return turns;
    }

    /**
     * How many tasks of others are about to be claimed before an owner's own.
     *
     * @param own how many of its own come first
     */
    public static long before(Overview queue, String owner, long own) {
        double turn =
                (queue.of(owner).claimed() + own) / (double) queue.bounds().weight(owner);
        return queue.owners().entrySet().stream()
                .filter(other -> !other.getKey().equals(owner))
                .mapToLong(other -> {
                    double turns = turn * queue.bounds().weight(other.getKey())
                            - other.getValue().claimed();
                    return Math.min(other.getValue().waiting(), (long) Math.ceil(Math.max(turns, 0)));
                })
                .sum();
    }

    /** As {@link #next}, counted by owner. */
    public static Map<String, Integer> quotas(List<String> turns) {
        Map<String, Integer> quotas = new HashMap<>();
        turns.forEach(owner -> quotas.merge(owner, 1, Integer::sum));
        return quotas;
    }

    private static void offer(PriorityQueue<Turn> queue, Bounds bounds, Turn turn) {
        if (turn.taken < turn.owner.waiting && turn.claimed < bounds.perOwner()) {
            queue.add(turn);
        }
    }
}
