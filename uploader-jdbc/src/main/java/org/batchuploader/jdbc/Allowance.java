package org.batchuploader.jdbc;

import java.util.function.LongSupplier;

/**
 * Time for looking again at what was looked at before: a tenth of all time, some of it in advance. So a look that is quick
 * may be taken whenever there is nothing else to do, and one that is slow takes nothing from the work.
 */
final class Allowance {
    private static final long IN_ADVANCE = 5_000_000_000L;
    private static final long PART = 10;

    private final LongSupplier nanoTime;
    private long left = IN_ADVANCE;
    private long counted;

    Allowance(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.counted = nanoTime.getAsLong();
    }

    /** Runs the look when there is time left for it. */
    boolean tryRun(Runnable look) {
        long start = nanoTime.getAsLong();
        left = Math.min(IN_ADVANCE, left + (start - counted) / PART);
        counted = start;
        if (left <= 0) {
            return false;
        }
        look.run();
        left -= nanoTime.getAsLong() - start;
        return true;
    }
}
