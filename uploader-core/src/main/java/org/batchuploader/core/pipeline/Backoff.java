package org.batchuploader.core.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing, jittered pauses between attempts.
 *
 * @param first the pause after the first attempt
 * @param longest no pause is longer
 * @param attempts after so many, remote trouble is told to the owner
 */
public record Backoff(Duration first, Duration longest, int attempts) {
    /** From 2 seconds to half an hour; 60 attempts last for about a day. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30), 60);

    Duration after(int attempt, RandomGenerator random) {
        double grown = first.toMillis() * Math.pow(2, Math.min(attempt - 1, 30));
        double capped = Math.min(grown, (double) longest.toMillis());
        return Duration.ofMillis((long) (capped * (0.5 + random.nextDouble() / 2)));
    }
}
