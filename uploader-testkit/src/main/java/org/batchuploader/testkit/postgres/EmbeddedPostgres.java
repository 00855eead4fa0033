package org.batchuploader.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in a temporary folder, on a free port of the loopback address, trusting everybody. Where the tests
 * run as root it runs as user and group 65534 by {@code setpriv}, which PostgreSQL asks for.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String NOBODY = "65534";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Path programs;
    private final boolean forced;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Process process;

    private EmbeddedPostgres(Path home, Path programs, boolean forced, int port) {
        this.home = home;
        this.programs = programs;
        this.forced = forced;
        this.port = port;
    }

    /** Unpacks and starts a server and waits until it answers. Not forced to disk. */
    public static EmbeddedPostgres start() {
        return start(false);
    }

    /** As {@link #start}, with every commit forced to disk and room for some load: what a service would run on. */
    public static EmbeddedPostgres startDurable() {
        return start(true);
    }

    private static EmbeddedPostgres start(boolean durable) {
        try {
            Path home = Files.createTempDirectory("postgres");
            Binaries.unpack(home);
            return start(home, home.resolve("bin"), durable);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL", e);
        }
    }

    /**
     * Starts a server of this machine's own programs and waits until it answers.
     *
     * @param programs where {@code initdb} is, as {@link SystemPostgis} finds it
     * @param forced whether it forces to disk, as a server in earnest does
     */
    public static EmbeddedPostgres start(Path programs, boolean forced) {
        try {
            return start(Files.createTempDirectory("postgres"), programs, forced);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL", e);
        }
    }

    private static EmbeddedPostgres start(Path home, Path programs, boolean forced) throws IOException {
        if (isRoot()) {
            check(home, "chown", "-R", NOBODY + ":" + NOBODY, home.toString());
        }
        var server = new EmbeddedPostgres(home, programs, forced, freePort());
        check(
                home,
                server.asServer(
                        "initdb", "-D", data(home), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"));
        server.launch();
        server.awaitAnswer();
        return server;
    }

    public int port() {
        return port;
    }

    /** Makes a new empty database and answers its address. */
    public String newDatabase() {
        return url(createDatabase());
    }

    /** Makes a new empty database and answers its name. */
    public String createDatabase() {
        String name = "test" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return name;
    }

    /** Breaks all connections but one's own, as a server's restart does. */
    public void breakConnections() {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    /** Kills the server without warning and starts it again on the same port. */
    public void restart() {
        stop();
        startAgain();
    }

    /** Starts a stopped server on the same port and with the same databases. */
    public void startAgain() {
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL again", e);
        }
        awaitAnswer();
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", home).setCause(e).log("a temporary folder stays behind");
        }
    }

    /** The address of a database for JDBC. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    private void awaitAnswer() {
        Awaitility.await("PostgreSQL on port " + port)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (process == null || !process.isAlive()) {
                        throw new IllegalStateException("PostgreSQL ended: " + Files.readString(log(home)));
                    }
                    try (var connection = DriverManager.getConnection(url("postgres"), USER, "")) {
                        return connection.isValid(1);
                    } catch (SQLException e) {
                        return false;
                    }
                });
    }

    /** Kills the server without warning; nothing listens on its port any more. */
    public void stop() {
        try {
            check(home, asServer("pg_ctl", "-D", data(home), "-m", "immediate", "-w", "stop"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL", e);
        }
    }

    private void launch() throws IOException {
        String[] command = asServer(
                "postgres",
                "-D",
                data(home),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                forced ? "fsync=on" : "fsync=off",
                "-c",
                forced ? "max_wal_size=4GB" : "max_wal_size=1GB",
                "-c",
                forced ? "shared_buffers=512MB" : "shared_buffers=128MB",
                "-c",
                "max_connections=200");
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()))
                .start();
    }

    private String[] asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private static void check(Path home, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at " + command[0], e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String data(Path home) {
        return home.resolve("data").toString();
    }

    private static Path log(Path home) {
        return home.resolve("server.log");
    }
}
