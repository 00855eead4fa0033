package org.batchuploader.testkit.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which operations of a fake misbehave, and how. Thread-safe. */
public final class Faults {
    /** Stands for every operation that has no fault of its own. */
    public static final String EVERY_OPERATION = "*";

    private record Switched(Fault fault, int times) {}

    private final Map<String, Switched> switched = new HashMap<>();
    private int clears;

    /** Until {@link #clear}. */
    public synchronized void on(String operation, Fault fault) {
        on(operation, fault, Integer.MAX_VALUE);
    }

    /** @param times how many calls misbehave before all is well again */
    public synchronized void on(String operation, Fault fault, int times) {
        switched.put(operation, new Switched(fault, times));
    }

    public void once(String operation, Fault fault) {
        on(operation, fault, 1);
    }

    /** That operation is well again. */
    public synchronized void off(String operation) {
        switched.remove(operation);
    }

    /** All is well again; what hangs is let go. */
    public synchronized void clear() {
        switched.clear();
        clears++;
        notifyAll();
    }

    synchronized Optional<Fault> take(String operation) {
        String key = switched.containsKey(operation) ? operation : EVERY_OPERATION;
        Switched found = switched.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (found.times() == 1) {
            switched.remove(key);
        } else if (found.times() != Integer.MAX_VALUE) {
            switched.put(key, new Switched(found.fault(), found.times() - 1));
        }
        return Optional.of(found.fault());
    }

    synchronized void awaitClear() throws InterruptedException {
        int before = clears;
        while (clears == before) {
            wait();
        }
    }
}
