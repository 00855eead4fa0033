package org.batchuploader.jdbc;

import java.nio.file.Path;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://host/database} or {@code jdbc:h2:file:/folder/name}
 * @param poolSize connections at most, one for each thread that is in a transaction
 * @param passwordCost of bcrypt, 4 to 31; each step doubles the time a login takes
 * @param outbox whether other processes are told of tasks by a broker, for which word is kept, and not by the database
 */
public record JdbcSettings(String url, String user, String password, int poolSize, int passwordCost, boolean outbox) {
    public static final int USUAL_POOL_SIZE = 10;
    public static final int USUAL_PASSWORD_COST = 12;

    public JdbcSettings {
        Dialect.of(url);
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize must be at least 1, not " + poolSize);
        }
        if (passwordCost < 4 || passwordCost > 31) {
            throw new IllegalArgumentException("passwordCost must be 4 to 31, not " + passwordCost);
        }
    }

    public static JdbcSettings of(String url, String user, String password) {
        return new JdbcSettings(url, user, password, USUAL_POOL_SIZE, USUAL_PASSWORD_COST, false);
    }

    /** An H2 database in the file of that name with {@code .mv.db} behind it, made when it does not exist. */
    public static JdbcSettings file(Path file) {
        return of("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "");
    }

    public JdbcSettings withPoolSize(int connections) {
        return new JdbcSettings(url, user, password, connections, passwordCost, outbox);
    }

    public JdbcSettings withPasswordCost(int cost) {
        return new JdbcSettings(url, user, password, poolSize, cost, outbox);
    }

    /** With word of tasks kept for a broker; all processes that share a database have to be told the same. */
    public JdbcSettings withOutbox() {
        return new JdbcSettings(url, user, password, poolSize, passwordCost, true);
    }

    @Override
    public String toString() {
        return "JdbcSettings[url=" + location() + ", user=" + user + ", poolSize=" + poolSize + "]";
    }

    /** The address without parameters, which may hold a password. */
    String location() {
        return url.split("[;?]", 2)[0];
    }
}
