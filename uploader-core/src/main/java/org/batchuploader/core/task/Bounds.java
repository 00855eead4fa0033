package org.batchuploader.core.task;

import java.util.Map;

/**
 * How much of the queue may be claimed at one time, over all processes that share it.
 *
 * @param all tasks at most
 * @param perOwner tasks of one owner at most
 * @param weights of owners whose share is not 1; an owner of weight 3 has three tasks running for each one of another's
 */
public record Bounds(int all, int perOwner, Map<String, Integer> weights) {
    public static final Bounds NONE = new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE, Map.of());

    public Bounds {
        weights = Map.copyOf(weights);
        if (all < 1 || perOwner < 1 || weights.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException(
                    "bounds and weights are at least 1, not " + all + ", " + perOwner + ", " + weights);
        }
    }

    int weight(String owner) {
        return weights.getOrDefault(owner, 1);
    }
}
