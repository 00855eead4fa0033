package org.batchuploader.core.user;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Recent failures by name or by address. Holds a bounded number of them, and forgets first whom it has not seen for longest. */
final class Failures {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    private final int limit;
    private final Map<String, Deque<Instant>> byKey;

    Failures(int limit, int keys) {
        this.limit = limit;
        byKey = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                return size() > keys;
            }
        };
    }

    /** How long nobody may try; zero when one may. */
    Duration pause(String key, Instant now) {
        Deque<Instant> failures = byKey.get(key);
        if (failures == null) {
            return Duration.ZERO;
        }
        while (!failures.isEmpty() && !failures.element().isAfter(now.minus(WINDOW))) {
            failures.remove();
        }
        if (failures.isEmpty()) {
            byKey.remove(key);
            return Duration.ZERO;
        }
        int over = failures.size() - limit;
        if (over < 0) {
            return Duration.ZERO;
        }
        Instant end = failures.getLast().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(over, DOUBLINGS)));
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    void add(String key, Instant at) {
        Deque<Instant> failures = byKey.computeIfAbsent(key, k -> new ArrayDeque<>());
        failures.add(at);
        if (failures.size() > limit + DOUBLINGS) {
            failures.remove();
        }
    }

    void takeBack(String key, Instant at) {
        Deque<Instant> failures = byKey.get(key);
        if (failures != null) {
            failures.removeLastOccurrence(at);
        }
    }

    void forget(String key) {
        byKey.remove(key);
    }

    int size() {
        return byKey.size();
    }
}
