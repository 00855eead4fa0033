package org.batchuploader.jdbc;

import java.sql.SQLException;

/** The database cannot be opened: it is not there, or does not let us in. */
public final class DatabaseUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String state;

    DatabaseUnreachable(String location, SQLException cause) {
        super("the database " + location + " cannot be opened: " + firstLine(cause), cause);
        this.state = String.valueOf(cause.getSQLState());
    }

    /** Whether it is there and refused the user or the password (SQLSTATE class 28). */
    public boolean isLogin() {
        return state.startsWith("28");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
