package org.batchuploader.jdbc;

/** The database file is open in another process; H2 serves one at a time. */
public final class DatabaseInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseInUse(String file, Throwable cause) {
        super(
                "the database " + file
                        + " is in use by another process; stop that one, or use PostgreSQL to run several",
                cause);
    }
}
