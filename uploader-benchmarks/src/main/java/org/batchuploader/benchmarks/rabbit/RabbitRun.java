package org.batchuploader.benchmarks.rabbit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.batchuploader.benchmarks.service.ApiClient;
import org.batchuploader.benchmarks.service.FtpClient;
import org.batchuploader.benchmarks.service.Service;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.rabbitmq.RabbitServer;
import org.batchuploader.testkit.sample.SampleCrs;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/**
 * 200 zipped shapefiles by FTP and HTTP, each under a name of its own and sent once, to a service on PostgreSQL that hears
 * of tasks by way of RabbitMQ. The broker is killed twice in the midst of it and started again. Afterwards every upload
 * must have come to its ending and be exactly one layer, and the broker must have confirmed all word of tasks.
 */
public final class RabbitRun {
    private static final int UPLOADS = 200;
    private static final int RESTARTS = 2;
    private static final int SENDERS = 4;
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

    private final Path folder;
    private final RabbitServer broker;
    private final Service service;
    private final String database;
    private final AtomicInteger acknowledged = new AtomicInteger();

    private RabbitRun(Path folder, String database, RabbitServer broker, Service service) {
        this.database = database;
        this.folder = folder;
        this.broker = broker;
        this.service = service;
    }

    /** @param args the folder of the checkout */
    public static void main(String[] args) throws Exception {
        if (!RabbitServer.isHere()) {
            System.err.println("run rabbit: needs RabbitMQ; try: " + RabbitServer.REMEDY);
            System.exit(1);
        }
        Path folder = Files.createTempDirectory("rabbit");
        boolean kept;
        try (EmbeddedPostgres server = EmbeddedPostgres.startDurable();
                RabbitServer broker = RabbitServer.start()) {
            String database = server.newDatabase();
            Map<String, String> environment = Map.of(
                    "UPLOADER_DATABASE_URL", database,
                    "UPLOADER_DATABASE_USER", EmbeddedPostgres.USER,
                    "UPLOADER_QUEUE_BROKERURL", broker.address().toString(),
                    "UPLOADER_QUEUE_BROKERUSER", RabbitServer.USER,
                    "UPLOADER_QUEUE_BROKERPASSWORD", RabbitServer.PASSWORD);
            try (Service service = Service.start(Path.of(args[0]), folder, "256m", environment)) {
                kept = new RabbitRun(folder, database, broker, service).run();
            }
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<Void>> sent = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            String name = String.format(Locale.ROOT, "upload%03d", i);
            names.add(name);
            Path zip = zip(name);
            boolean ftp = i % 2 == 0;
            sent.add(senders.submit(() -> deliver(zip, name, ftp)));
        }
        senders.shutdown();
        for (int restart = 1; restart <= RESTARTS; restart++) {
            int enough = UPLOADS * restart / (RESTARTS + 1);
            await(() -> acknowledged.get() >= enough);
            broker.kill();
            System.out.println("broker killed, " + acknowledged.get() + " uploads acknowledged so far");
            TimeUnit.SECONDS.sleep(5);
            System.out.println(
                    "in the outbox " + waiting() + " words, " + acknowledged.get() + " uploads acknowledged");
            broker.startAgain();
            await(() -> waiting() == 0);
            System.out.println("broker has them all, " + acknowledged.get() + " uploads acknowledged so far");
        }
        for (Future<Void> each : sent) {
            each.get(GIVE_UP_AFTER.toSeconds(), TimeUnit.SECONDS);
        }
        return report(names);
    }

    private Void deliver(Path zip, String name, boolean ftp) throws Exception {
        if (ftp) {
            try (FtpClient client =
                    new FtpClient("127.0.0.1", service.ftp().getPort(), service.user(), service.password())) {
                client.store(zip, name + ".zip");
            }
        } else {
            new ApiClient(service).put(zip, name + ".zip");
        }
        acknowledged.incrementAndGet();
        // As people do: not all in one moment, so that the broker is killed in the midst of it.
        TimeUnit.MILLISECONDS.sleep(800);
        return null;
    }

    private boolean report(List<String> names) throws Exception {
        ApiClient api = new ApiClient(service);
        await(() -> api.states().keySet().stream().allMatch(ApiClient.ENDINGS::contains) && waiting() == 0);
        Map<String, Integer> states = api.states();
        List<String> layers = api.layers();
        long lost = names.stream().filter(name -> !layers.contains(name)).count();
        long doubled = layers.stream().filter(name -> !names.contains(name)).count();
        System.out.println("uploads by state: " + states);
        System.out.printf(
                "rabbit: uploads=%d restarts=%d lost=%d doubled=%d%n", acknowledged.get(), RESTARTS, lost, doubled);
        return lost == 0 && doubled == 0 && acknowledged.get() == UPLOADS;
    }

    /** How much word no broker has confirmed. */
    private long waiting() throws SQLException {
        try (var connection = DriverManager.getConnection(database, EmbeddedPostgres.USER, "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM queue_outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not done within " + GIVE_UP_AFTER);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private Path zip(String name) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("sent").resolve(name));
        List<Path> files =
                SampleShapefile.points(name).crs(SampleCrs.WGS_84).rows(20).writeTo(parts);
        return new SampleZip().files(files).writeTo(folder.resolve("sent").resolve(name + ".zip"));
    }
}
