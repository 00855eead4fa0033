package org.batchuploader.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.remote.RemoteRefused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections, and the short questions that are asked outside of a load. */
final class Database implements AutoCloseable {
    private final PostgisSettings settings;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    Database(PostgisSettings settings) {
        this.settings = settings;
        var config = new HikariConfig();
        config.setPoolName("uploader-postgis");
        config.setDataSource(source(settings));
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(Math.max(250, settings.limits().connect().toMillis()));
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
        jdbi = Jdbi.create(pool);
    }

    private static PGSimpleDataSource source(PostgisSettings settings) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.host()});
        source.setPortNumbers(new int[] {settings.port()});
        source.setDatabaseName(settings.database());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setSslmode(settings.sslMode());
        source.setApplicationName("batch-uploader");
        int connect = (int) Math.max(1, settings.limits().connect().toSeconds());
        source.setConnectTimeout(connect);
        source.setLoginTimeout(connect);
        source.setCancelSignalTimeout(connect);
        source.setSocketTimeout((int) Math.max(1, settings.limits().load().toSeconds()));
        source.setTcpKeepAlive(true);
        return source;
    }

    /** A connection; whoever opens it closes it. */
    Handle open() {
        return jdbi.open();
    }

    /** Where PostGIS is in this database, and what it calls the CRS. */
    Target target(CoordinateReferenceSystem crs) {
        String[] parts = crs.code().split(":", 2);
        try (Handle handle = open()) {
            String extension = extension(handle);
            if (extension == null) {
                throw new RemoteRefused(
                        PostgisLoader.SYSTEM,
                        "The database %s has no PostGIS; an administrator has to run in it: CREATE EXTENSION postgis;"
                                .formatted(settings.where()));
            }
            return handle.createQuery(
                            "SELECT srid FROM %s.spatial_ref_sys WHERE auth_name = :authority AND auth_srid = :code ORDER BY srid = auth_srid DESC, srid LIMIT 1"
                                    .formatted(TableSql.quoted(extension)))
                    .bind("authority", parts[0].toUpperCase(Locale.ROOT))
                    .bind("code", number(parts))
                    .mapTo(Integer.class)
                    .findOne()
                    .map(srid -> new Target(extension, srid))
                    .orElseThrow(() -> unknown(crs));
        } catch (JdbiException e) {
            throw Troubles.told("look up " + crs.code() + " in " + settings.where(), e);
        }
    }

    static @Nullable String extension(Handle handle) {
        return handle.createQuery(
                        "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static int number(String[] parts) {
        return parts.length == 2 && parts[1].matches("[0-9]{1,9}") ? Integer.parseInt(parts[1]) : -1;
    }

    private RemoteRefused unknown(CoordinateReferenceSystem crs) {
        return new RemoteRefused(
                PostgisLoader.SYSTEM,
                ("The coordinate reference system %s (%s) is not in the table spatial_ref_sys of the database %s; an administrator"
                                + " has to add a row for it there, or the data have to be delivered in another one.")
                        .formatted(crs.code(), crs.name(), settings.where()));
    }

    boolean isOurs(String table) {
        try (Handle handle = open()) {
            String comment = comment(handle, settings.schema(), table);
            return comment != null && comment.startsWith(TableSql.MARK);
        } catch (JdbiException e) {
            throw Troubles.told("look for the table %s in %s".formatted(table, settings.where()), e);
        }
    }

    /** Whether there was one. */
    boolean drop(String table) {
        var sql = new TableSql("", settings.schema(), table);
        try (Handle handle = open()) {
            return handle.inTransaction(transaction -> {
                if (!refuseOthers(transaction, settings, table)) {
                    return false;
                }
                new Swap(transaction, settings.limits().lock()).drop(sql);
                return true;
            });
        } catch (JdbiException | SQLException e) {
            throw Troubles.told("remove the table %s from %s".formatted(table, settings.where()), e);
        }
    }

    /** Whether there is a table of ours; one that is not ours is refused. */
    static boolean refuseOthers(Handle handle, PostgisSettings settings, String table) {
        String comment = comment(handle, settings.schema(), table);
        if (comment != null && !comment.startsWith(TableSql.MARK)) {
            throw new RemoteRefused(
                    PostgisLoader.SYSTEM,
                    "There is a table %s.%s in %s that Batch Uploader has not made, and which it leaves as it is; an administrator has to rename it."
                            .formatted(settings.schema(), table, settings.where()));
        }
        return comment != null;
    }

    /** The comment of whatever bears that name; empty without one, null when there is nothing. */
    private static @Nullable String comment(Handle handle, String schema, String table) {
        return handle.createQuery(
                        "SELECT coalesce(obj_description(c.oid, 'pg_class'), '') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relname = :table")
                .bind("schema", schema)
                .bind("table", table)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    @Override
    public void close() {
        pool.close();
    }
}
