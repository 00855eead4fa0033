package org.batchuploader.core.pipeline;

import java.time.Duration;

/**
 * When a remote system is left in peace.
 *
 * @param failures so many in a row close its gate
 * @param first how long, the first time; each probe that fails doubles it
 * @param longest it is never longer
 * @param inside so many workers at most are inside one system at a time
 */
public record GateRules(int failures, Duration first, Duration longest, int inside) {
    /** For {@link Settings#DEFAULT}: one of its four workers is always free for other systems. */
    public static final GateRules DEFAULT = of(3);

    public GateRules {
        if (failures < 1 || inside < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("at least one failure and one worker, and growing pauses, not "
                    + failures + ", " + inside + ", " + first + " to " + longest);
        }
    }

    /** Closed after five failures for 5 seconds, growing to two minutes. */
    public static GateRules of(int inside) {
        return new GateRules(5, Duration.ofSeconds(5), Duration.ofMinutes(2), inside);
    }
}
