package org.batchuploader.core.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.batchuploader.core.task.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions one after the other, each with a log of inverse operations that is played backwards to undo it. */
final class MemoryTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryTransactions.class);

    /** What the running transaction has done so far. */
    private static final class Unit {
        final Instant began;
        final Deque<Runnable> inverse = new ArrayDeque<>();
        final List<Runnable> afterCommit = new ArrayList<>();

        @Nullable Throwable failure;

        Unit(Instant began) {
            this.began = began;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private @Nullable Unit running;

    MemoryTransactions(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        T result;
        List<Runnable> actions;
        lock.lock();
        try {
            Unit outer = running;
            if (outer != null) {
                return join(outer, work);
            }
            var unit = new Unit(clock.instant());
            running = unit;
            result = finish(unit, work);
            actions = unit.afterCommit;
        } finally {
            lock.unlock();
        }
        actions.forEach(MemoryTransactions::runCommitted);
        return result;
    }

    private static <T> T join(Unit outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            outer.failure = e;
            throw e;
        }
    }

    private <T> T finish(Unit unit, Supplier<T> work) {
        boolean committed = false;
        try {
            T result = work.get();
            if (unit.failure != null) {
                throw new IllegalStateException("undone, because a call inside it failed", unit.failure);
            }
            committed = true;
            return result;
        } finally {
            if (!committed) {
                unit.inverse.forEach(Runnable::run);
            }
            running = null;
        }
    }

    private static void runCommitted(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("an action after a commit failed");
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (lock.isHeldByCurrentThread() && running != null) {
            running.afterCommit.add(action);
        } else {
            action.run();
        }
    }

    /** To be called inside {@link #call}: how to undo what is done next. */
    void onUndo(Runnable inverse) {
        Unit unit = running;
        if (unit == null || !lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("no transaction is running on this thread");
        }
        unit.inverse.push(inverse);
    }

    /** When the running transaction began. */
    Instant began() {
        Unit unit = running;
        return unit == null ? clock.instant() : unit.began;
    }
}
