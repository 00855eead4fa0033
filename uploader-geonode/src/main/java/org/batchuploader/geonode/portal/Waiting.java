package org.batchuploader.geonode.portal;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;

/** The waiting of one registration or removal, all of it within one limit. */
final class Waiting {
    private static final int LONGEST_PAUSES = 10;

    private final long end;
    private final Duration patience;
    private final long firstPause;
    private long pause;

    Waiting(PortalSettings settings) {
        this.patience = settings.patience();
        this.end = System.nanoTime() + patience.toNanos();
        this.firstPause = Math.max(1, settings.pause().toMillis());
        this.pause = firstPause;
    }

    /**
     * Looks until it is as wanted.
     *
     * @param what is waited for, for the trouble's sentence
     */
    <T> T until(String what, Supplier<T> look, Predicate<T> wanted) {
        pause = firstPause;
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            pause(what);
        }
    }

    /** Tries until GeoNode can. */
    <T> T whenItCan(Supplier<T> call) {
        pause = firstPause;
        while (true) {
            try {
                return call.get();
            } catch (RemoteException.Unavailable e) {
                if (isOver()) {
                    throw e;
                }
                pause("GeoNode to be able to");
            }
        }
    }

    private boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    private void pause(String what) {
        if (isOver()) {
            throw new RemoteException.Unavailable(
                    GeoNodeClient.SYSTEM, "GeoNode was waited for longer than " + patience.toMillis() + " ms: " + what);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException.Unavailable(GeoNodeClient.SYSTEM, "interrupted while waiting: " + what, e);
        }
        pause = Math.min(pause * 3 / 2 + 1, firstPause * LONGEST_PAUSES);
    }
}
