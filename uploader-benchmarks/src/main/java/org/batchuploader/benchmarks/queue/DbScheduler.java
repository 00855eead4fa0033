package org.batchuploader.benchmarks.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.batchuploader.jdbc.JdbcSettings;

/** db-scheduler with lock-and-fetch: its own table and indexes, and those settings of its documentation that did best. */
final class DbScheduler implements Contestant {
    private static final String TASK = "nothing";

    private final JdbcSettings settings;
    private final int threads;
    private final double lower;
    private final double upper;
    private long filled;

    /**
     * @param threads of each scheduler
     * @param lower and upper: how many tasks a scheduler keeps in store, as a multiple of its threads
     */
    DbScheduler(JdbcSettings settings, int threads, double lower, double upper) {
        this.settings = settings;
        this.threads = threads;
        this.lower = lower;
        this.upper = upper;
        Sql.execute(
                settings,
                """
                CREATE TABLE IF NOT EXISTS scheduled_tasks (
                  task_name TEXT NOT NULL,
                  task_instance TEXT NOT NULL,
                  task_data BYTEA,
                  execution_time TIMESTAMP WITH TIME ZONE,
                  picked BOOLEAN NOT NULL,
                  picked_by TEXT,
                  last_success TIMESTAMP WITH TIME ZONE,
                  last_failure TIMESTAMP WITH TIME ZONE,
                  consecutive_failures INT,
                  last_heartbeat TIMESTAMP WITH TIME ZONE,
                  version BIGINT NOT NULL,
                  priority SMALLINT,
                  state TEXT,
                  PRIMARY KEY (task_name, task_instance))""",
                "CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time)",
                "CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");
    }

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public void empty() {
        Sql.execute(settings, "TRUNCATE scheduled_tasks");
    }

    /** With fresh statistics: what it fetches with may otherwise be planned as a scan for each row, which never ends. */
    @Override
    public void fill(int tasks) {
        Sql.execute(
                settings,
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT '" + TASK
                        + "', n, now() - INTERVAL '1 minute' + n * INTERVAL '1 microsecond', FALSE, 1"
                        + " FROM generate_series(" + (filled + 1) + ", " + (filled + tasks) + ") AS s (n)",
                "ANALYZE scheduled_tasks");
        filled += tasks;
    }

    @Override
    public AutoCloseable start(int workers, LongAdder done) {
        List<AutoCloseable> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            HikariDataSource pool = pool();
            var task = Tasks.oneTime(TASK).execute((instance, context) -> done.increment());
            Scheduler scheduler = Scheduler.create(pool, task)
                    .schedulerName(new SchedulerName.Fixed("worker" + i))
                    .threads(threads)
                    .pollUsingLockAndFetch(lower, upper)
                    .pollingInterval(Duration.ofMillis(100))
                    .build();
            scheduler.start();
            running.add(() -> {
                scheduler.stop();
                pool.close();
            });
        }
        return () -> {
            for (AutoCloseable one : running) {
                one.close();
            }
        };
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(threads + 3);
        config.setConnectionInitSql("SET statement_timeout = '60s'");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        empty();
    }
}
