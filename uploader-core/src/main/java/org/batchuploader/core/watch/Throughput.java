package org.batchuploader.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.batchuploader.core.task.Overview;
import org.batchuploader.core.task.TaskQueue.Depth;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks come to their end, in all processes: those that were queued between two looks at the queue, and are not
 * in it. Only times count in which something waited from the beginning, since an idle queue says nothing about how quick it
 * is. Used by one thread at a time.
 */
final class Throughput {
    /** Of so much time on which something waited. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Duration OLDEST = Duration.ofHours(1);

    private record Span(Instant end, Duration length, long ended) {}

    private final Deque<Span> spans = new ArrayDeque<>();
    private @Nullable Instant before;
    private boolean waited;
    private long ended;

    void saw(Instant now, Overview queue) {
        Depth depth = queue.depth();
        long endedNow = queue.queued() - depth.waiting() - depth.claimed();
        if (before != null && waited && now.isAfter(before)) {
            spans.addLast(new Span(now, Duration.between(before, now), Math.max(0, endedNow - ended)));
            while (spans.getFirst().end().isBefore(now.minus(OLDEST))
                    || length().minus(spans.getFirst().length()).compareTo(WINDOW) > 0) {
                spans.removeFirst();
            }
        }
        before = now;
        waited = queue.oldest().isPresent();
        ended = endedNow;
    }

    /** Absent when nothing was seen to end. */
    @Nullable Double perSecond() {
        long all = spans.stream().mapToLong(Span::ended).sum();
        return all == 0 ? null : all * 1000.0 / Math.max(1, length().toMillis());
    }

    private Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
