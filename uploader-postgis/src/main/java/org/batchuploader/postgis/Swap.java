package org.batchuploader.postgis;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * The end of a table that others may be reading. Whoever comes to read while we wait for the lock waits behind us; so we
 * wait a short time, let them pass, and ask again.
 */
final class Swap {
    private static final int ATTEMPTS = 6;

    private final Handle transaction;
    private final Duration patience;

    Swap(Handle transaction, Duration patience) {
        this.transaction = transaction;
        this.patience = patience;
    }

    void drop(TableSql sql) throws SQLException {
        try (Statement statement = transaction.getConnection().createStatement()) {
            for (int attempt = 1; ; attempt++) {
                Savepoint before = transaction.getConnection().setSavepoint();
                try {
                    statement.execute("SET LOCAL lock_timeout = " + patience.toMillis());
                    statement.execute(sql.drop());
                    return;
                } catch (SQLException e) {
                    if (!Troubles.is(Troubles.LOCKED, e) || attempt == ATTEMPTS) {
                        throw e;
                    }
                    transaction.getConnection().rollback(before);
                }
            }
        }
    }
}
