package org.batchuploader.benchmarks.queue;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** How many tasks a second a contestant does. */
final class Pace {
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private Pace() {}

    /** Lets workers do so many tasks, which must be there; the first fifth is not counted. */
    static double measure(Contestant contestant, int workers, int tasks) throws Exception {
        var done = new LongAdder();
        AutoCloseable running = contestant.start(workers, done);
        try {
            long from = await(done, tasks / 5);
            long began = System.nanoTime();
            long to = await(done, tasks);
            return (to - from) / ((System.nanoTime() - began) / 1e9);
        } finally {
            running.close();
        }
    }

    /** As {@link #measure} on a queue that is filled for it and emptied after it. */
    static double measureOnce(Contestant contestant, int workers, int tasks) throws Exception {
        contestant.empty();
        contestant.fill(tasks + tasks / 5);
        double pace = measure(contestant, workers, tasks);
        contestant.empty();
        return pace;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long await(LongAdder done, long enough) {
        long start = System.nanoTime();
        long count = done.sum();
        while (count < enough) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("only " + count + " of " + enough + " tasks were done");
            }
            LockSupport.parkNanos(2_000_000);
            count = done.sum();
        }
        return count;
    }
}
