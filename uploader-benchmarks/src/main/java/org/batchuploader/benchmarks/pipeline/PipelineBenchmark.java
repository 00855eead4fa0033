package org.batchuploader.benchmarks.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.UploaderBuilder;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.batchuploader.jdbc.JdbcSettings;
import org.batchuploader.jdbc.JdbcStores;

/**
 * Layers a second through the pipeline with four workers, everything else taking no time: opening, inspecting, three steps
 * with their checkpoints, history and notice. Deliveries are taken in beforehand. Three runs each with stores in memory and
 * with H2 as the service has it, which forces each transaction to disk.
 */
public final class PipelineBenchmark {
    private static final int LAYERS = 1000;
    private static final int RUNS = 3;
    private static final int OWNERS = 10;

    private PipelineBenchmark() {}

    /** @param arguments unused but for the project's folder, which every run is given */
    public static void main(String[] arguments) throws Exception {
        double[] memory = new double[RUNS];
        double[] h2 = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            memory[run] = inMemory();
            h2[run] = onDisk();
            System.out.printf(Locale.ROOT, "run %d  memory %5.0f  h2 %5.0f layers/s%n", run + 1, memory[run], h2[run]);
        }
        System.out.printf(
                Locale.ROOT,
                "pipeline: layers=%d workers=%d memory=%.0f h2=%.0f target=100%n",
                LAYERS,
                Settings.DEFAULT.workers(),
                median(memory),
                median(h2));
    }

    private static double inMemory() throws Exception {
        InMemory memory = new InMemory(Clock.systemUTC(), new Ids());
        return rate(new Stores(
                memory.transactions(),
                memory.uploads(),
                memory.layers(),
                memory.notices(),
                memory.drops(),
                memory.tasks()));
    }

    private static double onDisk() throws Exception {
        Path folder = Files.createTempDirectory("uploader-pipeline");
        try (JdbcStores jdbc = JdbcStores.open(
                JdbcSettings.file(folder.resolve("uploader")).withPoolSize(20), Clock.systemUTC(), new Ids())) {
            return rate(new Stores(
                    jdbc.transactions(), jdbc.uploads(), jdbc.layers(), jdbc.notices(), jdbc.drops(), jdbc.tasks()));
        } finally {
            delete(folder);
        }
    }

    private static double rate(Stores stores) throws Exception {
        Path folder = Files.createTempDirectory("uploader-pipeline");
        try {
            Instant instant = new Instant();
            try (Uploader intake =
                    builder(folder, instant, stores).workers(false).build()) {
                for (int i = 0; i < LAYERS; i++) {
                    byte[] content = ("layer " + i).getBytes(StandardCharsets.UTF_8);
                    Owner owner = Owner.named("owner" + i % OWNERS);
                    intake.receive(owner, "layer" + i + ".geojson", new ByteArrayInputStream(content));
                }
            }
            CountDownLatch published = new CountDownLatch(LAYERS);
            long begun = System.nanoTime();
            try (Uploader work = builder(folder, instant, stores).build()) {
                work.onChange(change -> {
                    if (change.state() == UploadState.PUBLISHED) {
                        published.countDown();
                    }
                });
                if (!published.await(Duration.ofMinutes(10).toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException(published.getCount() + " are not published");
                }
                return LAYERS / ((System.nanoTime() - begun) / 1e9);
            }
        } finally {
            delete(folder);
        }
    }

    private static UploaderBuilder builder(Path folder, Instant instant, Stores stores) {
        return Uploader.builder(folder, instant)
                .stores(stores)
                .catalog(instant)
                .portal(instant)
                .metadata(instant);
    }

    private static double median(double[] runs) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
