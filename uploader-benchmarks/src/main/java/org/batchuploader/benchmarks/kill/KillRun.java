package org.batchuploader.benchmarks.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;
import org.batchuploader.testkit.service.ApiClient;
import org.batchuploader.testkit.service.FtpClient;
import org.batchuploader.testkit.service.Service;

/**
 * 200 zipped shapefiles by FTP and HTTP, each under a name of its own and sent until acknowledged, while the service is
 * killed twenty times at random moments. Afterwards every acknowledged name must have come to an ending and be exactly
 * one layer. The seed is printed and can be given again.
 */
public final class KillRun {
    private static final int UPLOADS = 200;
    private static final int KILLS = 20;
    private static final int SENDERS = 4;
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

    private final Path root;
    private final Path folder;
    private final Random random;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Service service;

    private KillRun(Path root, Path folder, long seed) throws IOException {
        this.root = root;
        this.folder = folder;
        this.random = new Random(seed);
        this.service = Service.start(root, folder, "256m");
    }

    /** @param args the folder of the checkout, then a seed */
    public static void main(String[] args) throws Exception {
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory("kill");
        KillRun run = new KillRun(Path.of(args[0]), folder, seed);
        boolean kept;
        try {
            kept = run.run();
        } finally {
            run.service.close();
        }
        // Senders that gave up may still be at it when the run failed.
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> sent = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            String name = String.format(Locale.ROOT, "upload%03d", i);
            names.add(name);
            Path zip = zip(name);
            Callable<Void> byFtp = () -> {
                try (FtpClient client =
                        new FtpClient("127.0.0.1", service.ftp().getPort(), service.user(), service.password())) {
                    client.store(zip, name + ".zip");
                }
                return null;
            };
            Callable<Void> byHttp = () -> {
                new ApiClient(service).put(zip, name + ".zip");
                return null;
            };
            Callable<Void> way = i % 2 == 0 ? byFtp : byHttp;
            sent.add(senders.submit(() -> untilAcknowledged(way)));
        }
        senders.shutdown();
        kill();
        for (Future<?> each : sent) {
            each.get(GIVE_UP_AFTER.toSeconds(), TimeUnit.SECONDS);
        }
        return report(names);
    }

    private void kill() throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(4000));
            service.kill();
            service = Service.restart(Service.Setup.serve(root, folder, "256m", Map.of()), service);
            System.out.println("kill " + kill + ", " + acknowledged.get() + " acknowledged so far");
        }
    }

    private void untilAcknowledged(Callable<Void> way) {
        while (!over.get()) {
            try {
                TimeUnit.MILLISECONDS.sleep(150);
                way.call();
                acknowledged.incrementAndGet();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                // killed in the midst of it, or not up again yet: not acknowledged, so it is sent again
            }
        }
    }

    private boolean report(List<String> names) throws Exception {
        ApiClient api = new ApiClient(service);
        Map<String, Integer> states = new TreeMap<>();
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        do {
            TimeUnit.MILLISECONDS.sleep(500);
            states = api.states();
        } while (System.nanoTime() < end && states.keySet().stream().anyMatch(s -> !ApiClient.ENDINGS.contains(s)));
        over.set(true);
        List<String> layers = api.layers();
        long missing = names.stream().filter(n -> !layers.contains(n)).count();
        long strangers = layers.stream().filter(n -> !names.contains(n)).count();
        long unended = states.entrySet().stream()
                .filter(e -> !ApiClient.ENDINGS.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.println("uploads by state: " + states);
        System.out.printf(
                "kill: kills=%d acknowledged=%d layers=%d unended=%d lost=%d doubled=%d%n",
                KILLS, acknowledged.get(), layers.size(), unended, missing, strangers);
        return unended == 0 && missing == 0 && strangers == 0;
    }

    private Path zip(String name) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("sent").resolve(name));
        List<Path> files =
                SampleShapefile.points(name).crs(SampleCrs.WGS_84).rows(20).writeTo(parts);
        return new SampleZip().files(files).writeTo(folder.resolve("sent").resolve(name + ".zip"));
    }
}
