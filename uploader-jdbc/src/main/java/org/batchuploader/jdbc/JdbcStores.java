package org.batchuploader.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.Bounds;
import org.batchuploader.core.task.TaskOutbox;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All stores, the queue and the accounts in one database. Any number of processes may share one on PostgreSQL; H2 serves
 * one process. When a call returns, what it did is forced to disk.
 */
public final class JdbcStores implements AutoCloseable {
    /** This process: its number and machine. */
    private static final String NODE = ManagementFactory.getRuntimeMXBean().getName();

    private final HikariDataSource pool;
    private final JdbcTransactions transactions;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final NoticeStore notices;
    private final DropStore drops;
    private final JdbcTasks tasks;
    private final TaskOutbox outbox;
    private final JdbcUsers users;
    private final @Nullable Listener listener;

    private JdbcStores(JdbcSettings settings, InstantSource clock, Ids ids, Bounds bounds, HikariDataSource pool) {
        Dialect dialect = Dialect.of(settings.url());
        Migrations.run(pool, dialect, settings.location());
        Jdbi jdbi = Pool.jdbi(pool);
        this.pool = pool;
        transactions = new JdbcTransactions(
                jdbi, dialect == Dialect.H2 ? new GroupForce() : Durability.OF_THE_DATABASE, clock);
        uploads = new JdbcUploads(transactions);
        layers = new JdbcLayers(transactions);
        notices = new JdbcNotices(transactions);
        drops = new JdbcDrops(transactions);
        var words = new OutboxTable();
        var wakeUp = new WakeUp(transactions, dialect, ids, settings.outbox() ? words : null);
        outbox = new JdbcOutbox(transactions, words, wakeUp.hints());
        tasks = new JdbcTasks(transactions, new TaskTime(dialect, clock, transactions), ids, bounds, wakeUp, NODE);
        if (dialect == Dialect.H2) {
            tasks.endLeasesOfTheDead();
        }
        users = new JdbcUsers(transactions, new Passwords(settings.passwordCost()));
        listener = dialect == Dialect.POSTGRESQL && !settings.outbox() ? new Listener(settings, wakeUp) : null;
    }

    /**
     * Opens the database and brings its schema to this program's version.
     *
     * @param clock what leases follow on H2; on PostgreSQL they follow the server's time
     * @throws DatabaseInUse when another process has the H2 file open
     * @throws SchemaMismatch when the schema is newer than this program or was altered
     */
    public static JdbcStores open(JdbcSettings settings, InstantSource clock, Ids ids) {
        return open(settings, clock, ids, Bounds.NONE);
    }

    /**
     * As {@link #open(JdbcSettings, InstantSource, Ids)}.
     *
     * @param bounds of the queue, the same in every process that shares the database
     */
    public static JdbcStores open(JdbcSettings settings, InstantSource clock, Ids ids, Bounds bounds) {
        HikariDataSource pool = Pool.open(settings);
        try {
            var stores = new JdbcStores(settings, clock, ids, bounds, pool);
            if (stores.listener != null) {
                stores.listener.start();
            }
            return stores;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    public Transactions transactions() {
        return transactions;
    }

    public UploadStore uploads() {
        return uploads;
    }

    public LayerStore layers() {
        return layers;
    }

    public NoticeStore notices() {
        return notices;
    }

    public DropStore drops() {
        return drops;
    }

    public TaskQueue tasks() {
        return tasks;
    }

    /** What a broker is told; nothing is ever in it without {@link JdbcSettings#withOutbox}. */
    public TaskOutbox outbox() {
        return outbox;
    }

    public JdbcUsers users() {
        return users;
    }

    /** Measures the connections from now on. */
    public void measure(MetricsTrackerFactory metrics) {
        pool.setMetricsTrackerFactory(metrics);
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.close();
        }
        pool.close();
    }
}
