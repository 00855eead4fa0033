package org.batchuploader.core.task;

import java.util.function.Supplier;

/**
 * Ties stores and queue together. Calls made by the same thread inside {@link #call} take effect together or not at
 * all; a nested call joins the outer one, which can no longer commit once a nested call or a method of a store has
 * thrown. What was acknowledged by a return is durable.
 */
public interface Transactions {
    /** Runs the work; an exception undoes all of it and goes on to the caller. */
    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs the action after the current transaction has committed, on the same thread; at once when there is none; never
     * when it is undone. An exception of the action is logged and does not reach the caller, whose work is done; at once
     * means that it does.
     */
    void afterCommit(Runnable action);
}
