package org.batchuploader.postgis;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database's side of one load: it takes rows out of the pipe until there are no more, in one transaction. */
final class TableLoad {
    private static final Logger LOG = LoggerFactory.getLogger(TableLoad.class);

    private final Database database;
    private final PostgisSettings settings;
    private final TableSql sql;
    private final int srid;
    private final String layer;
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();

    /** @param layer whose table it becomes, for its comment */
    TableLoad(Database database, PostgisSettings settings, Target target, String table, String layer) {
        this.database = database;
        this.settings = settings;
        this.sql = new TableSql(target.extension(), settings.schema(), table);
        this.srid = target.srid();
        this.layer = layer;
    }

    int srid() {
        return srid;
    }

    String table() {
        return sql.table();
    }

    LoadedTable run(Pipe pipe) throws IOException {
        try (Handle handle = database.open()) {
            connection.set(handle.getConnection());
            makeSchema(handle);
            Pipe.Piece piece = pipe.take();
            while (true) {
                FeatureType type = ((Pipe.Begin) piece).type();
                handle.begin();
                try {
                    begin(handle, type);
                    CopyIn copy = handle.getConnection()
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(sql.copy());
                    piece = copy(pipe, copy);
                    if (piece instanceof Pipe.End) {
                        long rows = copy.endCopy();
                        complete(handle);
                        handle.commit();
                        return new LoadedTable(settings.schema(), sql.table(), srid, type, rows);
                    }
                    copy.cancelCopy();
                } finally {
                    undo(handle);
                }
            }
        } catch (SQLException | JdbiException e) {
            throw Troubles.told("load the table %s into %s".formatted(sql.table(), settings.where()), e);
        } finally {
            connection.set(null);
        }
    }

    /** Asked for first, since even "if not exists" needs the right to make one. */
    private void makeSchema(Handle handle) throws SQLException {
        boolean there = handle.createQuery("SELECT count(*) FROM pg_namespace WHERE nspname = :name")
                        .bind("name", settings.schema())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!there) {
            execute(handle, List.of(sql.createSchema()));
        }
        for (String role : settings.readers()) {
            if (isShutOut(handle, role)) {
                execute(handle, List.of(sql.grantSchema(role)));
            }
        }
    }

    /** Whether a reader may not look into a schema of our own; of somebody else's, the checkup says what to do. */
    private boolean isShutOut(Handle handle, String role) {
        return handle.createQuery(
                        "SELECT pg_has_role(nspowner, 'USAGE') AND NOT has_schema_privilege(:role, oid, 'USAGE') FROM pg_namespace WHERE nspname = :schema")
                .bind("role", role)
                .bind("schema", settings.schema())
                .mapTo(Boolean.class)
                .one();
    }

    private void begin(Handle handle, FeatureType type) throws SQLException {
        execute(
                handle,
                List.of(
                        "SET LOCAL statement_timeout = "
                                + settings.limits().load().toMillis(),
                        "SET LOCAL lock_timeout = " + settings.limits().lock().toMillis(),
                        "SET LOCAL maintenance_work_mem = '" + settings.indexMegabytes() + "MB'"));
        boolean alone = handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:table, 0))")
                .bind("table", "batch-uploader " + sql.name())
                .mapTo(Boolean.class)
                .one();
        if (!alone) {
            throw new RemoteUnavailable(
                    PostgisLoader.SYSTEM, "Another load of the table %s is under way.".formatted(sql.table()));
        }
        Database.refuseOthers(handle, settings, sql.table());
        execute(handle, List.of(sql.create(type, srid)));
    }

    private static Pipe.Piece copy(Pipe pipe, CopyIn copy) throws SQLException, IOException {
        try {
            while (true) {
                Pipe.Piece piece = pipe.take();
                if (!(piece instanceof Pipe.Chunk chunk)) {
                    return piece;
                }
                copy.writeToCopy(chunk.bytes, 0, chunk.length);
                pipe.giveBack(chunk);
            }
        } catch (IOException e) {
            copy.cancelCopy();
            throw e;
        }
    }

    /** Where the connection is gone the server has rolled back by itself, and what broke it is what is to be told. */
    private static void undo(Handle handle) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException e) {
            LOG.atDebug().setCause(e).log("rolled back by the server");
        }
    }

    private void complete(Handle handle) throws SQLException {
        for (String statement : sql.complete()) {
            long begun = System.nanoTime();
            execute(handle, List.of(statement));
            LOG.atDebug()
                    .addKeyValue("table", sql.table())
                    .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
                    .log(statement);
        }
        execute(handle, List.of(sql.mark(layer)));
        for (String role : settings.readers()) {
            execute(handle, List.of(sql.grant(role)));
        }
        new Swap(handle, settings.limits().lock()).drop(sql);
        execute(handle, sql.rename());
    }

    private static void execute(Handle handle, List<String> statements) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Has the server stop what it is doing for this load, and closes the connection under whoever uses it. */
    void cancel() {
        Connection used = connection.get();
        if (used == null) {
            return;
        }
        try {
            used.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOG.atDebug().addKeyValue("table", sql.table()).setCause(e).log("the server was not told to stop");
        }
        try {
            used.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.atDebug().addKeyValue("table", sql.table()).setCause(e).log("the connection was closed already");
        }
    }
}
