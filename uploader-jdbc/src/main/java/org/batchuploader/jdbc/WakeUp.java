package org.batchuploader.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Tells the workers of this process that tasks have become ready, and with PostgreSQL those of all others. */
final class WakeUp {
    static final String CHANNEL = "batch_uploader_task";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final JdbcTransactions transactions;
    private final Dialect dialect;

    WakeUp(JdbcTransactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    AutoCloseable add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Wakes when the running transaction has committed. */
    void afterCommit(Handle handle) {
        if (dialect == Dialect.POSTGRESQL) {
            handle.execute("NOTIFY " + CHANNEL);
        }
        transactions.afterCommit(this::wake);
    }

    void wake() {
        listeners.forEach(Runnable::run);
    }
}
