package org.batchuploader.remote;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How often a call that changes nothing (GET, HEAD) is made again when the system is unavailable. Never for a call that might
 * have had its effect, and not once so much time is gone that whoever asked should be told: a call that used up its time limit
 * is not made again.
 *
 * @param most how many times after the first; 0 for never
 * @param pause before the second call; doubled before each further one
 * @param within no call begins later than this after the first one began
 */
public record Repeats(int most, Duration pause, Duration within) {
    /** Twice, after 200 and 400 ms, within 5 s. */
    public static final Repeats USUAL = new Repeats(2, Duration.ofMillis(200), Duration.ofSeconds(5));

    public static final Repeats NEVER = new Repeats(0, Duration.ZERO, Duration.ZERO);

    public Repeats {
        if (most < 0 || pause.isNegative() || within.isNegative()) {
            throw new IllegalArgumentException("repeats and their times are not negative");
        }
    }

    /** @throws RemoteException what the last call threw */
    public <T> T call(Supplier<T> safe) {
        long begun = System.nanoTime();
        for (int made = 0; ; made++) {
            try {
                return safe.get();
            } catch (RemoteException.Unavailable e) {
                long wait = pause.toMillis() << Math.min(made, 10);
                boolean late = System.nanoTime() - begun + wait * 1_000_000 > within.toNanos();
                if (made == most || late || !paused(wait)) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
