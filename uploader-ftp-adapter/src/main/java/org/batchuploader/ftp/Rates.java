package org.batchuploader.ftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Holds each user's transfers, all sessions together, to so many bytes in a second. */
final class Rates {
    private static final long BURST_NANOS = Duration.ofMillis(250).toNanos();

    private final Live live;
    private final Map<String, Long> freeAt = new HashMap<>();

    Rates(Live live) {
        this.live = live;
    }

    /** Waits until that many bytes more may have passed. */
    void passed(String user, int bytes) throws IOException {
        long rate = live.limits().bytesPerSecond();
        if (rate == 0) {
            return;
        }
        long pause = reserve(user, bytes * 1_000_000_000L / rate);
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the transfer was interrupted");
        }
    }

    private synchronized long reserve(String user, long nanos) {
        long now = System.nanoTime();
        freeAt.values().removeIf(time -> time - now < -BURST_NANOS);
        long from = Math.max(freeAt.getOrDefault(user, now), now - BURST_NANOS);
        freeAt.put(user, from + nanos);
        return Math.max(0, from + nanos - now);
    }
}
