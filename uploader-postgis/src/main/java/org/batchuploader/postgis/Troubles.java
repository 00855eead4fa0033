package org.batchuploader.postgis;

import java.sql.SQLException;
import java.util.Set;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;

/**
 * What an exception of the database means for whoever waits, by its SQLSTATE (appendix "PostgreSQL Error Codes"): what goes
 * away by itself or by an administrator's hand elsewhere is to be tried again.
 */
final class Troubles {
    /** Connection trouble, rolled back, out of resources, stopped or locked, its disk. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    static final String LOCKED = "55P03";

    private Troubles() {}

    /** @param doing half a sentence, {@code "load the table roads into gis at localhost:5432"} */
    static RuntimeException told(String doing, Exception trouble) {
        SQLException sql = sql(trouble);
        String reason = sql == null ? trouble.getMessage() : sql.getMessage();
        String state = sql == null ? null : sql.getSQLState();
        String message = "PostGIS could not %s: %s".formatted(doing, reason);
        boolean passing = state == null || state.length() != 5 || PASSING.contains(state.substring(0, 2));
        return passing
                ? new RemoteUnavailable(PostgisLoader.SYSTEM, message, trouble)
                : new RemoteRefused(PostgisLoader.SYSTEM, message, trouble);
    }

    static boolean is(String state, Exception trouble) {
        SQLException sql = sql(trouble);
        return sql != null && state.equals(sql.getSQLState());
    }

    /** The innermost one, which is what the server said. */
    private static @org.jspecify.annotations.Nullable SQLException sql(Exception trouble) {
        SQLException found = null;
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
