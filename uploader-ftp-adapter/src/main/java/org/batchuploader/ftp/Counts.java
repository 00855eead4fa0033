package org.batchuploader.ftp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often something happened with an address within a time that begins with the first. A bounded number is remembered. */
final class Counts {
    private static final int MOST_ADDRESSES = 10_000;

    private final LongSupplier nanos;
    private final Map<InetAddress, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Count(int times, long since) {}

    Counts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts one more, and says how many these are. */
    synchronized int add(InetAddress address, Duration within) {
        int times = of(address, within) + 1;
        Count before = counts.remove(address);
        counts.put(address, new Count(times, times == 1 || before == null ? nanos.getAsLong() : before.since()));
        return times;
    }

    synchronized int of(InetAddress address, Duration within) {
        Count count = counts.get(address);
        return count == null || nanos.getAsLong() - count.since() > within.toNanos() ? 0 : count.times();
    }

    synchronized void forget(InetAddress address) {
        counts.remove(address);
    }
}
