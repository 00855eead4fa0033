package org.batchuploader.benchmarks.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.Work;
import org.batchuploader.jdbc.JdbcSettings;
import org.batchuploader.jdbc.JdbcStores;

/** The queue on an H2 file: each task queued and completed by a commit of its own, forced to disk, as in the service. */
final class H2Pace {
    private static final int TASKS = 20_000;
    private static final int THREADS = 4;
    private static final int CLAIMED_AT_ONCE = 10;

    private H2Pace() {}

    /** Tasks a second. */
    static double measure() throws Exception {
        Path folder = Files.createTempDirectory("queue");
        try (JdbcStores stores =
                JdbcStores.open(JdbcSettings.file(folder.resolve("queue")), InstantSource.system(), new Ids())) {
            double queued = together(number -> {
                DatasetId subject = new Ids().dataset();
                for (int i = number; i < TASKS; i += THREADS) {
                    stores.tasks().enqueue(new NewTask(new Work.PublishDataset(subject), "owner" + i % 10, "key" + i));
                }
            });
            var left = new AtomicInteger(TASKS);
            double done = together(number -> {
                while (left.get() > 0) {
                    for (Claim claim : stores.tasks().claim(CLAIMED_AT_ONCE, OurQueue.LEASE)) {
                        stores.tasks().complete(claim);
                        left.decrementAndGet();
                    }
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "H2, %d threads, a commit for each: queued %.0f/s, done %.0f/s%n",
                    THREADS,
                    queued,
                    done);
            return Math.min(queued, done);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private interface Part {
        void run(int number);
    }

    private static double together(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                running.add(threads.submit(() -> part.run(number)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return TASKS / ((System.nanoTime() - start) / 1e9);
    }
}
