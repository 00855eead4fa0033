package org.batchuploader.testkit.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker of its own: this machine's RabbitMQ with a name, a folder and ports of its own. */
public final class RabbitServer implements AutoCloseable {
    public static final String USER = "guest";
    public static final String PASSWORD = "guest";

    /** What an administrator of a Debian machine does about a missing one. */
    public static final String REMEDY = "apt-get install --no-install-recommends rabbitmq-server";

    private static final Logger LOG = LoggerFactory.getLogger(RabbitServer.class);
    private static final Path PROGRAM = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private final Process names;
    private Process broker;

    private RabbitServer(Path home) throws IOException {
        this.home = home;
        this.port = freePort();
        String namesPort = Integer.toString(freePort());
        environment = Map.ofEntries(
                Map.entry("HOME", home.toString()),
                Map.entry("ERL_EPMD_PORT", namesPort),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODENAME", "test" + port + "@localhost"),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(freePort())),
                Map.entry("RABBITMQ_MNESIA_BASE", home.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", home.resolve("log").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq.conf").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", home.resolve("none").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("plugins").toString()),
                Map.entry("RABBITMQ_GENERATED_CONFIG_DIR", home.resolve("made").toString()));
        Files.writeString(
                home.resolve("rabbitmq.conf"),
                """
                listeners.tcp.1 = 127.0.0.1:%d
                log.file = false
                log.console = true
                disk_free_limit.absolute = 1MB
                """
                        .formatted(port));
        // Erlang would start this as a daemon that stays behind.
        names = process("names.log", "epmd");
        broker = process("broker.log", PROGRAM.toString());
    }

    /** Whether this machine has one. */
    public static boolean isHere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one and waits until it answers. */
    public static RabbitServer start() {
        try {
            var server = new RabbitServer(Files.createTempDirectory("rabbitmq"));
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start RabbitMQ", e);
        }
    }

    public int port() {
        return port;
    }

    public URI address() {
        return URI.create("amqp://127.0.0.1:" + port);
    }

    /** Kills it without warning; what it confirmed is on its disk. */
    public void kill() {
        kill(broker);
    }

    /** Starts it again after {@link #kill} on the same port and waits until it answers. */
    public void startAgain() {
        try {
            broker = process("broker.log", PROGRAM.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start RabbitMQ again", e);
        }
        awaitAnswer();
    }

    @Override
    public void close() {
        kill(broker);
        kill(names);
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("folder", home).setCause(e).log("a temporary folder stays behind");
        }
    }

    private void awaitAnswer() {
        Awaitility.await("RabbitMQ on port " + port)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!broker.isAlive()) {
                        throw new IllegalStateException(
                                "RabbitMQ ended: " + Files.readString(home.resolve("broker.log")));
                    }
                    return accepts();
                });
    }

    private boolean accepts() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Process process(String log, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve(log).toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void kill(Process process) {
        var all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(child -> child.onExit().join());
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
