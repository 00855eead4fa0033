package org.batchuploader.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.batchuploader.core.remote.RemoteUnavailable;

/**
 * Tells a database that is away from one that refuses, by the standard's classes of SQLSTATE and PostgreSQL's: 08 connection,
 * 57P it stops or starts, 53 it has no connections, memory or disk left, 25006 it can only be read.
 */
final class Away {
    static final String SYSTEM = "the database";

    private Away() {}

    /** The exception, or, where it comes from a database that is away, one that says so. */
    static RuntimeException translated(RuntimeException e) {
        if (e instanceof RemoteUnavailable) {
            return e;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return new RemoteUnavailable(SYSTEM, String.valueOf(sql.getMessage()), e);
            }
        }
        return e;
    }

    private static boolean isAway(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("25006");
    }
}
