package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bodies being received now: not too many at once, and no two that go on with one file. */
final class Transfers {
    private final int most;
    private final Map<String, Integer> running = new HashMap<>();
    private final Set<Promise<Void>> bodies = new LinkedHashSet<>();
    private boolean stopped;

    Transfers(int most) {
        this.most = most;
    }

    /** One body; closing it makes room. */
    interface Slot extends AutoCloseable {
        /** Fails when the body is to be given up. */
        Future<Void> stopped();

        @Override
        void close();
    }

    /** @param resumes whether it goes on with a file, which nobody else may write meanwhile */
    synchronized Slot begin(String owner, String name, boolean resumes) {
        if (stopped) {
            throw stopping();
        }
        if (bodies.size() >= most) {
            throw new Refusal(503, "BUSY", "Too many files are being received; try again in a while.");
        }
        String key = owner + "/" + name;
        if (resumes && running.containsKey(key)) {
            throw new Refusal(409, "TRANSFER_RUNNING", name + " is still being received; try again in a while.");
        }
        Promise<Void> body = Promise.promise();
        bodies.add(body);
        running.merge(key, 1, Integer::sum);
        return new Slot() {
            @Override
            public Future<Void> stopped() {
                return body.future();
            }

            @Override
            public void close() {
                end(key, body);
            }
        };
    }

    /** Gives up what is being received, and takes no more. */
    void stop() {
        List<Promise<Void>> given;
        synchronized (this) {
            stopped = true;
            given = List.copyOf(bodies);
        }
        given.forEach(body -> body.tryFail(stopping()));
    }

    private static Refusal stopping() {
        return new Refusal(
                503, "STOPPING", "The service is being stopped; send the file again, or the rest of it, in a while.");
    }

    private synchronized void end(String key, Promise<Void> body) {
        bodies.remove(body);
        running.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1);
    }
}
