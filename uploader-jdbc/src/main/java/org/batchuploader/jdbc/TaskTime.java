package org.batchuploader.jdbc;

import java.time.InstantSource;
import org.jdbi.v3.core.statement.SqlStatement;

/** Whose time leases follow: the server's on PostgreSQL, this process's on H2, which no other process shares. */
record TaskTime(Dialect dialect, InstantSource clock, JdbcTransactions transactions) {
    String now() {
        return dialect.now();
    }

    /** A lease is judged at the time the transaction began, so that what held at its start can be completed at its end. */
    String began() {
        return dialect.began();
    }

    String later() {
        return dialect.later();
    }

    <S extends SqlStatement<S>> S bind(S sql) {
        return sql.bind("now", clock.instant()).bind("began", transactions.began());
    }
}
