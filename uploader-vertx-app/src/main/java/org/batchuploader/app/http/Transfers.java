package org.batchuploader.app.http;

import java.util.HashMap;
import java.util.Map;

/** The bodies being received now: not too many at once, and no two that go on with one file. */
final class Transfers {
    private final int most;
    private final Map<String, Integer> running = new HashMap<>();
    private int count;

    Transfers(int most) {
        this.most = most;
    }

    /** One body; closing it makes room. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** @param resumes whether it goes on with a file, which nobody else may write meanwhile */
    synchronized Slot begin(String owner, String name, boolean resumes) {
        if (count >= most) {
            throw new Refusal(503, "BUSY", "Too many files are being received; try again in a while.");
        }
        String key = owner + "/" + name;
        if (resumes && running.containsKey(key)) {
            throw new Refusal(409, "TRANSFER_RUNNING", name + " is still being received; try again in a while.");
        }
        count++;
        running.merge(key, 1, Integer::sum);
        return () -> end(key);
    }

    private synchronized void end(String key) {
        count--;
        running.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1);
    }
}
