package org.batchuploader.jdbc;

/** What is said differently to each database. */
enum Dialect {
    H2(":now", ":began", "DATEADD(MILLISECOND, :millis, CAST(:now AS TIMESTAMP(6) WITH TIME ZONE))", ""),
    POSTGRESQL(
            "statement_timestamp()",
            "now()",
            "statement_timestamp() + :millis * INTERVAL '1 millisecond'",
            "COLLATE \"C\"");

    /**
     * MODE for {@code ON CONFLICT}; WRITE_DELAY so that every commit is written by the thread that commits; the file is
     * closed by us, not by a shutdown hook that races with threads still at work. RETENTION_TIME in milliseconds is how
     * long a freed part of the file stays untouched, which must be longer than forcing a commit to disk takes; the file
     * grows by as much as is written in that time.
     */
    private static final String H2_PARAMETERS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;RETENTION_TIME=5000;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE";

    private final String now;
    private final String began;
    private final String later;
    private final String collation;

    Dialect(String now, String began, String later, String collation) {
        this.now = now;
        this.began = began;
        this.later = later;
        this.collation = collation;
    }

    static Dialect of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        throw new IllegalArgumentException("a database address begins with jdbc:postgresql: or jdbc:h2:");
    }

    /** The time of the statement: PostgreSQL's own, or what is bound as {@code now}. Stable, so that an index is used. */
    String now() {
        return now;
    }

    /** The time at which the transaction began: PostgreSQL's own, or what is bound as {@code began}. */
    String began() {
        return began;
    }

    /** {@link #now} and as many milliseconds as are bound as {@code millis}. */
    String later() {
        return later;
    }

    /** The clause of a column that is compared by code point. */
    String collation() {
        return collation;
    }

    /** A statement that changes rows and returns columns of them as they are afterwards. */
    String changed(String statement, String columns) {
        return this == H2
                ? "SELECT " + columns + " FROM FINAL TABLE (" + statement + ")"
                : statement + " RETURNING " + columns;
    }

    /** A statement that deletes rows and returns columns of them. */
    String deleted(String statement, String columns) {
        return this == H2
                ? "SELECT " + columns + " FROM OLD TABLE (" + statement + ")"
                : statement + " RETURNING " + columns;
    }

    /** H2 reaches its file by {@code async:}, since a plain channel closes for all when one thread is interrupted. */
    String connectionUrl(String url) {
        return this == H2 ? url.replaceFirst("^jdbc:h2:file:", "jdbc:h2:async:") + H2_PARAMETERS : url;
    }
}
