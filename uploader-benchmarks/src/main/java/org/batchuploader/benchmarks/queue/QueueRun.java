package org.batchuploader.benchmarks.queue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.batchuploader.jdbc.JdbcSettings;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;

/**
 * Tasks that do nothing, on one PostgreSQL that forces commits to disk: our queue and db-scheduler in turn, and what plain
 * SQL does in pgbench; with few tasks waiting, with a million, and while a transaction stays open. Then the time from
 * queueing to start, turns between owners, and H2.
 */
public final class QueueRun {
    private static final List<Integer> WORKERS = List.of(1, 4);
    private static final int CLAIMED_AT_ONCE = 400;

    /** db-scheduler does fewer a second, so that fewer take as long. */
    private static final int FEWER = 4;

    private final Options options;
    private final EmbeddedPostgres server;
    private final JdbcSettings settings;
    private double ratio = Double.MAX_VALUE;
    private double share = Double.MAX_VALUE;
    private double slowerWaiting;
    private double slowerHeld;

    private QueueRun(Options options, EmbeddedPostgres server) {
        this.options = options;
        this.server = server;
        this.settings = JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, "");
    }

    /** @param args the folder of the checkout, then {@link Options} */
    public static void main(String[] args) throws Exception {
        Options options = Options.of(Arrays.asList(args));
        try (EmbeddedPostgres server = EmbeddedPostgres.startDurable()) {
            new QueueRun(options, server).run();
        }
    }

    private void run() throws Exception {
        try (var ours = new OurQueue(settings, CLAIMED_AT_ONCE);
                var theirs = new DbScheduler(settings, 20, 4.0, 20.0)) {
            say("%s, %d processors", options, Runtime.getRuntime().availableProcessors());
            Pace.measureOnce(ours, 1, options.tasks() / 5);
            Pace.measureOnce(theirs, 1, options.tasks() / 5 / FEWER);
            double[] fresh = new double[WORKERS.size()];
            for (int i = 0; i < WORKERS.size(); i++) {
                fresh[i] = fresh(ours, theirs, WORKERS.get(i));
            }
            for (int i = 0; i < WORKERS.size(); i++) {
                waiting(ours, theirs, WORKERS.get(i), fresh[i]);
            }
            held(ours, theirs, fresh);
            ours.empty();
            var latency = Latency.measure(ours);
            say("queued to started on an idle queue: p50 %.1f ms, p99 %.1f ms", latency.p50(), latency.p99());
            ours.empty();
            long before = Fairness.measure(ours);
            say(
                    "of 10,000 tasks of another owner at most %d started before a single one, with %d at a time",
                    before, Fairness.SLOTS);
            double h2 = H2Pace.measure();
            System.out.printf(
                    Locale.ROOT,
                    "queue: ratio=%.1f ceiling=%.0f%% waiting=%.2f held=%.2f p50=%.1fms p99=%.1fms before=%d h2=%.0f/s%n",
                    ratio,
                    100 * share,
                    slowerWaiting,
                    slowerHeld,
                    latency.p50(),
                    latency.p99(),
                    before,
                    h2);
        }
    }

    private double fresh(OurQueue ours, DbScheduler theirs, int workers) throws Exception {
        double[] our = new double[options.rounds()];
        double[] their = new double[options.rounds()];
        double[] sql = new double[options.rounds()];
        var ceiling = new Ceiling(settings, server.port());
        for (int round = 0; round < options.rounds(); round++) {
            sql[round] = ceiling.measure(workers, 5, 400_000);
            our[round] = Pace.measureOnce(ours, workers, options.tasks());
            their[round] = Pace.measureOnce(theirs, workers, options.tasks() / FEWER);
            say(
                    "fresh, %d workers: ours %.0f/s, db-scheduler %.0f/s, plain SQL %.0f/s",
                    workers, our[round], their[round], sql[round]);
        }
        ratio = Math.min(ratio, Pace.median(our) / Pace.median(their));
        share = Math.min(share, Pace.median(our) / Pace.median(sql));
        return Pace.median(our);
    }

    private void waiting(OurQueue ours, DbScheduler theirs, int workers, double fresh) throws Exception {
        long start = System.nanoTime();
        ours.fill(options.waiting());
        double filled = options.waiting() / ((System.nanoTime() - start) / 1e9);
        double our = Pace.measure(ours, workers, options.tasks());
        ours.empty();
        theirs.fill(options.waiting());
        double their = Pace.measure(theirs, workers, options.tasks() / FEWER);
        theirs.empty();
        slowerWaiting = Math.max(slowerWaiting, fresh / our);
        say(
                "%d waiting, %d workers: ours %.0f/s (fresh / this = %.2f; queued at %.0f/s), db-scheduler %.0f/s",
                options.waiting(), workers, our, fresh / our, filled, their);
    }

    /** Both go on in turn while the transaction is open; the last of each number of workers counts. */
    private void held(OurQueue ours, DbScheduler theirs, double[] fresh) throws Exception {
        ours.empty();
        theirs.empty();
        double[] last = new double[WORKERS.size()];
        try (var transaction = Sql.held(settings)) {
            long start = System.nanoTime();
            double seconds = 0;
            while (seconds < options.heldSeconds()) {
                for (int i = 0; i < WORKERS.size(); i++) {
                    int workers = WORKERS.get(i);
                    ours.fill(options.tasks());
                    last[i] = Pace.measure(ours, workers, options.tasks());
                    theirs.fill(options.tasks() / FEWER / 2);
                    double their = Pace.measure(theirs, workers, options.tasks() / FEWER / 2);
                    seconds = (System.nanoTime() - start) / 1e9;
                    say(
                            "a transaction open for %.0f s, %d workers: ours %.0f/s (fresh / this = %.2f), db-scheduler %.0f/s",
                            seconds, workers, last[i], fresh[i] / last[i], their);
                }
            }
            transaction.rollback();
        }
        for (int i = 0; i < last.length; i++) {
            slowerHeld = Math.max(slowerHeld, fresh[i] / last[i]);
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.printf(
                Locale.ROOT,
                " [load %.1f]%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
