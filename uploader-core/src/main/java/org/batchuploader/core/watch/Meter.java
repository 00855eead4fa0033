package org.batchuploader.core.watch;

import java.util.List;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.task.Claim;

/**
 * Told of work by those who do it, to be counted, timed or traced. What begins on a thread ends on it, and a stage within
 * its task. Must be quick and must not throw. Thread-safe. What changes for people is told by
 * {@link org.batchuploader.core.Uploader#onChange}.
 */
public interface Meter {
    Meter NONE = new Meter() {};

    /** Something begun. */
    @FunctionalInterface
    interface Timing {
        Timing NONE = ending -> {};

        /** Once. */
        void ended(Ending ending);
    }

    /** What may fail with an {@code E}. */
    @FunctionalInterface
    interface Call<T, E extends Exception> {
        T call() throws E;
    }

    /** A claimed task begins. */
    default Timing task(Claim claim) {
        return Timing.NONE;
    }

    /** A stage of the thread's task begins. */
    default Timing stage(Stage stage) {
        return Timing.NONE;
    }

    /** Bytes came in by any door, whether their file will be complete or not. */
    default void received(long bytes) {}

    /** As {@link #stage(Stage, Call)} with nothing to return. */
    default void stage(Stage stage, Runnable work) {
        this.<Boolean, RuntimeException>stage(stage, () -> {
            work.run();
            return true;
        });
    }

    /** Does a stage, and tells how it ended. */
    default <T, E extends Exception> T stage(Stage stage, Call<T, E> call) throws E {
        Timing timing = stage(stage);
        Ending ending = Ending.FAILED;
        try {
            T answer = call.call();
            ending = Ending.DONE;
            return answer;
        } catch (RemoteUnavailable e) {
            ending = Ending.UNAVAILABLE;
            throw e;
        } catch (RemoteRefused e) {
            ending = Ending.REFUSED;
            throw e;
        } finally {
            timing.ended(ending);
        }
    }

    /** Tells all of them; ends are told in the opposite order. */
    static Meter of(List<Meter> meters) {
        return meters.stream().reduce(NONE, Both::new);
    }
}
