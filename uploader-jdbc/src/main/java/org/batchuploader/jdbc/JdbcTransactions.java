package org.batchuploader.jdbc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.batchuploader.core.task.Transactions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds a connection with an open transaction to the thread. */
final class JdbcTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    /** The transaction of a thread. */
    private static final class Unit {
        final Handle handle;
        final Instant began;
        final List<Runnable> afterCommit = new ArrayList<>();
        boolean changed;

        @Nullable Throwable failure;

        Unit(Handle handle, Instant began) {
            this.handle = handle;
            this.began = began;
        }
    }

    // One for each database of the process, and removed at the end of each transaction.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Unit> running = new ThreadLocal<>();

    private final Jdbi jdbi;
    private final Durability durability;
    private final InstantSource clock;

    JdbcTransactions(Jdbi jdbi, Durability durability, InstantSource clock) {
        this.jdbi = jdbi;
        this.durability = durability;
        this.clock = clock;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        Unit outer = running.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        Unit unit = running.get();
        if (unit == null) {
            action.run();
        } else {
            unit.afterCommit.add(action);
        }
    }

    /** Asks the database, in the transaction of this thread or in one of its own. */
    <T> T read(Function<Handle, T> work) {
        return call(() -> work.apply(current().handle));
    }

    /** Changes the database, in the transaction of this thread or in one of its own. */
    <T> T change(Function<Handle, T> work) {
        return call(() -> {
            current().changed = true;
            return work.apply(current().handle);
        });
    }

    /** As {@link #change} with nothing to return. */
    void write(Consumer<Handle> work) {
        change(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** When the running transaction began. */
    Instant began() {
        return current().began;
    }

    private Unit current() {
        Unit unit = running.get();
        if (unit == null) {
            throw new IllegalStateException("no transaction is running on this thread");
        }
        return unit;
    }

    private static <T> T join(Unit outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            outer.failure = e;
            throw e;
        }
    }

    private <T> T begin(Supplier<T> work) {
        try {
            return inOneOfItsOwn(work);
        } catch (RuntimeException e) {
            throw Away.translated(e);
        }
    }

    private <T> T inOneOfItsOwn(Supplier<T> work) {
        T result;
        Unit unit;
        try (Handle handle = jdbi.open()) {
            unit = new Unit(handle, clock.instant());
            result = finish(unit, work);
            if (unit.changed) {
                durability.force(handle);
            }
        }
        unit.afterCommit.forEach(JdbcTransactions::runCommitted);
        return result;
    }

    private <T> T finish(Unit unit, Supplier<T> work) {
        boolean committed = false;
        unit.handle.begin();
        running.set(unit);
        try {
            T result = work.get();
            if (unit.failure != null) {
                throw new IllegalStateException("undone, because a call inside it failed", unit.failure);
            }
            unit.handle.commit();
            committed = true;
            return result;
        } finally {
            running.remove();
            if (!committed) {
                rollBack(unit.handle);
            }
        }
    }

    private static void rollBack(Handle handle) {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .log("a transaction could not be rolled back; the database does it when it misses us");
        }
    }

    private static void runCommitted(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("an action after a commit failed");
        }
    }
}
