package org.batchuploader.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** The connections to the database. */
final class Pool {
    /** Who waits so long for a connection is told that the database is away, which people at a door can be told in time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Pool() {}

    static HikariDataSource open(JdbcSettings settings) {
        Dialect dialect = Dialect.of(settings.url());
        var config = new HikariConfig();
        config.setPoolName("uploader-database");
        config.setJdbcUrl(dialect.connectionUrl(settings.url()));
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(true);
        config.setConnectionTimeout(PATIENCE.toMillis());
        if (dialect == Dialect.POSTGRESQL) {
            // A plan kept from a time when a table was empty reads all of it, and goes on doing so when it has grown.
            // Compiling a statement takes longer than running any of these does.
            config.setConnectionInitSql("SET plan_cache_mode = force_custom_plan; SET jit = off");
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw clearer(e, settings);
        }
    }

    static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.registerArgument(new Instants());
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Boolean.class, "boolean");
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return jdbi;
    }

    private static RuntimeException clearer(PoolInitializationException e, JdbcSettings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                        ? new DatabaseInUse(settings.location().replaceFirst("^jdbc:h2:(file:)?", "") + ".mv.db", e)
                        : new DatabaseUnreachable(settings.location(), sql);
            }
        }
        return new IllegalStateException("cannot open the database " + settings.location(), e);
    }
}
