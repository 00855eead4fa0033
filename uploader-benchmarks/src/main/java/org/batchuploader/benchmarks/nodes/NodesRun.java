package org.batchuploader.benchmarks.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;

/**
 * Two nodes with all roles on one PostgreSQL and one data folder, and 20 owners: one who drops four tenths of all files as fast as they
 * are taken, nine who send one now and then, and ten between these who send some of their layers again and again. Every 20 seconds one
 * of the nodes in turn is stopped, by SIGTERM and by {@code kill -9} alternately, and started again; one is frozen instead, beyond its
 * leases, and let go on.
 */
public final class NodesRun {
    private static final int OWNERS = 20;
    private static final int SINGLE = 9;
    private static final int VERSIONS = 4;
    private static final int FREEZE_AT = 3;
    private static final int LEAST_ROUNDS = 6;
    private static final int WORKERS = 4;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration FROZEN = LEASE.multipliedBy(3);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(30);
    private static final String PASSWORD = "secret-of-all";

    private final Path folder;
    private final String database;
    private final List<Node> nodes;
    private final int uploads;
    private final Random random;
    private final List<Delivery> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private String administrator = "";
    private int stops;
    private int kills;
    private int frozen;

    private NodesRun(Path root, Path folder, String database, int uploads, long seed) throws IOException {
        this.folder = folder;
        this.database = database;
        this.uploads = uploads;
        this.random = new Random(seed);
        Map<String, String> environment = Map.of(
                "UPLOADER_DATABASE_URL",
                database,
                "UPLOADER_DATABASE_USER",
                EmbeddedPostgres.USER,
                "UPLOADER_WORKERS_COUNT",
                Integer.toString(WORKERS),
                "UPLOADER_WORKERS_LEASE",
                LEASE.toString());
        this.nodes = List.of(new Node("a", root, folder, environment), new Node("b", root, folder, environment));
    }

    /** @param args the folder of the checkout, then how many uploads, then a seed */
    public static void main(String[] args) throws Exception {
        int uploads = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory("nodes");
        boolean kept;
        try (EmbeddedPostgres server = EmbeddedPostgres.startDurable()) {
            NodesRun run = new NodesRun(Path.of(args[0]), folder, server.newDatabase(), uploads, seed);
            try {
                kept = run.run();
            } finally {
                run.nodes.forEach(Node::close);
            }
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        for (Node node : nodes) {
            node.start(line -> {
                if (line.contains("password")) {
                    administrator = "admin:" + line.substring(line.lastIndexOf(' ') + 1);
                }
            });
        }
        for (int owner = 0; owner < OWNERS; owner++) {
            addUser(name(owner));
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Void>> sending = new ArrayList<>();
        for (Person person : people()) {
            sending.add(threads.submit(person));
        }
        threads.shutdown();
        long began = System.nanoTime();
        for (int round = 1; round <= LEAST_ROUNDS || !isDone(sending); round++) {
            TimeUnit.MILLISECONDS.sleep(ROUND.toMillis());
            disturb(round);
            if (System.nanoTime() - began > GIVE_UP_AFTER.toNanos()) {
                throw new IllegalStateException("not done within " + GIVE_UP_AFTER + "; see " + folder);
            }
        }
        for (Future<Void> each : sending) {
            each.get();
        }
        while (unended() > 0 && System.nanoTime() - began < GIVE_UP_AFTER.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return report(Duration.ofNanos(System.nanoTime() - began));
    }

    private void disturb(int round) throws IOException, InterruptedException {
        Node node = nodes.get(round % nodes.size());
        String what;
        if (round == FREEZE_AT) {
            what = "frozen for " + FROZEN.toSeconds() + " s";
            node.freeze();
            TimeUnit.MILLISECONDS.sleep(FROZEN.toMillis());
            node.thaw();
            frozen++;
        } else {
            boolean kill = round % 4 >= 2;
            what = kill ? "killed" : "stopped";
            if (kill) {
                node.kill();
                kills++;
            } else {
                node.stop();
                stops++;
            }
            node.start(line -> {});
        }
        System.out.printf(
                Locale.ROOT, "node %s %s, %d uploads acknowledged so far%n", node.name(), what, acknowledged.size());
    }

    private boolean isDone(List<Future<Void>> sending) throws SQLException {
        return sending.stream().allMatch(Future::isDone) && unended() == 0;
    }

    private List<Person> people() {
        int each = uploads / OWNERS;
        int bulk = uploads * 4 / 10;
        int single = Math.max(1, each / 4);
        int steady = (uploads - bulk - SINGLE * single) / (OWNERS - 1 - SINGLE);
        int rest = uploads - bulk - SINGLE * single - steady * (OWNERS - 1 - SINGLE);
        List<Person> people = new ArrayList<>();
        for (int way = 0; way < 4; way++) {
            people.add(person(0, way, part(bulk + rest, 4, way), 1, Duration.ZERO));
        }
        for (int owner = 1; owner <= SINGLE; owner++) {
            people.add(person(owner, owner, single, 1, Duration.ofSeconds(6)));
        }
        for (int owner = SINGLE + 1; owner < OWNERS; owner++) {
            for (int way = 0; way < 2; way++) {
                people.add(person(owner, way, part(steady, 2, way), VERSIONS, Duration.ofSeconds(2)));
            }
        }
        return people;
    }

    private static int part(int all, int parts, int part) {
        return all / parts + (part < all % parts ? 1 : 0);
    }

    /** @param versions of each third layer; all others are sent once */
    private Person person(int owner, int way, int count, int versions, Duration pause) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int layer = 0; deliveries.size() < count; layer++) {
            String name = String.format(Locale.ROOT, "%s_%d_%d", name(owner), way, layer);
            int times = layer % 3 == 0 ? versions : 1;
            for (int version = 0; version < times && deliveries.size() < count; version++) {
                deliveries.add(new Delivery(name(owner), name, version));
            }
        }
        return new Person(
                nodes,
                folder.resolve("sent"),
                PASSWORD,
                deliveries,
                way % 2 == 0,
                pause,
                new Random(random.nextLong()),
                acknowledged::add);
    }

    private static String name(int owner) {
        return String.format(Locale.ROOT, "o%02d", owner);
    }

    private static Set<String> names(int from, int to) {
        Set<String> names = new TreeSet<>();
        for (int owner = from; owner <= to; owner++) {
            names.add(name(owner));
        }
        return names;
    }

    private void addUser(String name) throws IOException, InterruptedException {
        URI address = nodes.get(0).http().resolve("/api/v1/admin/users");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(administrator.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 201) {
            throw new IOException("no user could be added: " + status);
        }
    }

    private long unended() throws SQLException {
        String sql = "SELECT COUNT(*) FROM upload WHERE state NOT IN"
                + " ('PUBLISHED', 'NEEDS_CORRECTION', 'FAILED', 'CANCELLED')";
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database, EmbeddedPostgres.USER, "");
    }

    private boolean report(Duration took) throws SQLException, IOException {
        Verdict verdict;
        try (Connection connection = connect()) {
            verdict = new Verdict(connection, folder.resolve("data").resolve("layers"), List.copyOf(acknowledged));
        }
        long unended = unended();
        List<Long> overtaken = verdict.overtaken(names(1, SINGLE), name(0));
        long most = overtaken.get(overtaken.size() - 1);
        System.out.println("uploads by state: " + verdict.states() + ", in " + took.toSeconds() + " s; "
                + verdict.pairs() + " of them came after another one of the same layer");
        System.out.println(
                "seconds                          to the begin:  p50      p99      max   to the end:      p99      max");
        verdict.print(System.out, "1 drops all at once", names(0, 0));
        verdict.print(System.out, "10 send steadily", names(SINGLE + 1, OWNERS - 1));
        verdict.print(System.out, "9 send one at a time", names(1, SINGLE));
        System.out.printf(
                Locale.ROOT,
                "while one of the nine waited, of the files dropped at once began: %d in half of the cases, %d at most;"
                        + " %d workers%n",
                overtaken.get(overtaken.size() / 2),
                most,
                nodes.size() * WORKERS);
        System.out.printf(
                Locale.ROOT,
                "nodes: uploads=%d owners=%d restarts=%d killed=%d frozen=%d unended=%d lost=%d doubled=%d"
                        + " disordered=%d told_wrongly=%d overtaken=%d%n",
                acknowledged.size(),
                OWNERS,
                stops + kills,
                kills,
                frozen,
                unended,
                verdict.lost(),
                verdict.doubled(),
                verdict.disordered(),
                verdict.toldWrongly(),
                most);
        return acknowledged.size() == uploads
                && unended + verdict.lost() + verdict.doubled() + verdict.disordered() + verdict.toldWrongly() == 0;
    }
}
