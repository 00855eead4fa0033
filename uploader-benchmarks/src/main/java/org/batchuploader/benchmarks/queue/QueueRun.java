package org.batchuploader.benchmarks.queue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
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
    private final JdbcSettings elsewhere;
    private double ratio = Double.MAX_VALUE;
    private double share = Double.MAX_VALUE;
    private double slowerWaiting;
    private double slowerHeld;

    private QueueRun(Options options, EmbeddedPostgres server) {
        this.options = options;
        this.server = server;
        this.settings = JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, "");
        this.elsewhere = JdbcSettings.of(server.newDatabase(), EmbeddedPostgres.USER, "");
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
                var fresh = new OurQueue(elsewhere, CLAIMED_AT_ONCE);
                var theirs = new DbScheduler(settings, 20, 4.0, 20.0)) {
            say("%s, %d processors", options, Runtime.getRuntime().availableProcessors());
            Pace.measureOnce(ours, 1, options.tasks() / 5);
            Pace.measureOnce(theirs, 1, options.tasks() / 5 / FEWER);
            for (int workers : WORKERS) {
                fresh(ours, theirs, workers);
            }
            waiting(ours, fresh, theirs);
            held(ours, fresh, theirs);
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

    private void fresh(OurQueue ours, DbScheduler theirs, int workers) throws Exception {
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
    }

    /** In turn with a fresh queue in another database, since a machine is not the same a minute later. */
    private void waiting(OurQueue ours, OurQueue fresh, DbScheduler theirs) throws Exception {
        long start = System.nanoTime();
        ours.fill(options.waiting());
        double filled = options.waiting() / ((System.nanoTime() - start) / 1e9);
        theirs.fill(options.waiting());
        say("%d tasks queued at %.0f/s", options.waiting(), filled);
        for (int workers : WORKERS) {
            double[] slower = new double[options.rounds()];
            for (int round = 0; round < options.rounds(); round++) {
                slower[round] = compare("that many waiting", ours, fresh, theirs, workers);
                ours.fill(options.tasks());
            }
            slowerWaiting = Math.max(slowerWaiting, Pace.median(slower));
        }
        ours.empty();
        theirs.empty();
    }

    /** As long as the transaction is open; the second half of it counts. The other database is not held back by it. */
    private void held(OurQueue ours, OurQueue fresh, DbScheduler theirs) throws Exception {
        List<double[]> slower = new ArrayList<>();
        try (var transaction = Sql.held(settings)) {
            long start = System.nanoTime();
            double seconds = 0;
            while (seconds < options.heldSeconds()) {
                double[] round = new double[WORKERS.size()];
                for (int i = 0; i < round.length; i++) {
                    ours.fill(options.tasks() + options.tasks() / 5);
                    theirs.fill(options.tasks() / FEWER);
                    seconds = (System.nanoTime() - start) / 1e9;
                    round[i] = compare(
                            String.format(Locale.ROOT, "a transaction open for %.0f s", seconds),
                            ours,
                            fresh,
                            theirs,
                            WORKERS.get(i));
                }
                slower.add(round);
            }
            transaction.rollback();
        }
        for (int i = 0; i < WORKERS.size(); i++) {
            int worker = i;
            slowerHeld = Math.max(
                    slowerHeld,
                    Pace.median(slower.stream()
                            .skip(slower.size() / 2)
                            .mapToDouble(round -> round[worker])
                            .toArray()));
        }
    }

    /** How many times slower ours is than a fresh queue. */
    private double compare(String what, OurQueue ours, OurQueue fresh, DbScheduler theirs, int workers)
            throws Exception {
        double our = Pace.measure(ours, workers, options.tasks());
        double usual = Pace.measureOnce(fresh, workers, options.tasks());
        double their = Pace.measure(theirs, workers, options.tasks() / FEWER / 2);
        say(
                "%s, %d workers: ours %.0f/s, fresh %.0f/s (%.2f times slower), db-scheduler %.0f/s",
                what, workers, our, usual, usual / our, their);
        return usual / our;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.printf(
                Locale.ROOT,
                " [load %.1f]%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
