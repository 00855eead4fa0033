package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.batchuploader.testkit.fake.Fakes;
import org.batchuploader.testkit.rabbitmq.Line;
import org.batchuploader.testkit.rabbitmq.RabbitServer;
import org.batchuploader.testkit.service.ApiClient;
import org.batchuploader.testkit.service.FtpClient;
import org.batchuploader.testkit.service.Service;
import org.jspecify.annotations.Nullable;

/** Two armed processes of the packaged service, one that takes in and works and one that works, and all they need: with a broker or without. */
final class House implements AutoCloseable {
    /** How long a claim holds without a sign of life. */
    static final long LEASE_MILLIS = 2000;

    private final Database database = new Database();
    private final Fakes fakes = new Fakes(0);
    private final @Nullable RabbitServer broker;
    private final @Nullable Line line;
    private final Path folder;
    private final Disk disk;
    private final Control control;
    private final Service.Setup serving;
    private final Service.Setup working;
    private volatile Service server;
    private volatile Service worker;
    private volatile ApiClient api;

    House(Path jar, Path folder, boolean withBroker) throws IOException, SQLException {
        this.broker = withBroker ? RabbitServer.start() : null;
        this.line = broker == null ? null : new Line(broker.port());
        this.folder = Files.createDirectories(folder);
        this.disk = new Disk(folder.resolve("data"));
        this.control = new Control(folder.resolve("faults"));
        Path file = Files.writeString(folder.resolve("fakes.yaml"), fakes.configuration());
        List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", control.option());
        serving = new Service.Setup(
                jar,
                folder,
                "256m",
                options,
                environment(),
                List.of("serve", "--config", file.toString(), "--http-port", freePort(), "--ftp-port", "0"));
        working = new Service.Setup(
                jar, folder, "256m", options, environment(), List.of("worker", "--config", file.toString()));
        server = Service.start(serving);
        worker = Service.start(working);
        api = new ApiClient(server);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("UPLOADER_DATABASE_URL", database.url());
        environment.put("UPLOADER_DATABASE_USER", Database.ROLE);
        environment.put("UPLOADER_DATABASE_POOLSIZE", "8");
        environment.put("UPLOADER_WORKERS_COUNT", "2");
        environment.put("UPLOADER_WORKERS_LEASE", LEASE_MILLIS + "ms");
        environment.put("UPLOADER_GEOSERVER_ANSWERLIMIT", "1500ms");
        environment.put("UPLOADER_GEONODE_ANSWERLIMIT", "1500ms");
        environment.put("UPLOADER_GEONODE_PATIENCE", "6s");
        environment.put("UPLOADER_GEONETWORK_ANSWERLIMIT", "1500ms");
        if (line != null) {
            environment.put("UPLOADER_QUEUE_BROKERURL", line.address().toString());
            environment.put("UPLOADER_QUEUE_BROKERUSER", RabbitServer.USER);
            environment.put("UPLOADER_QUEUE_BROKERPASSWORD", RabbitServer.PASSWORD);
        }
        return environment;
    }

    Path folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    Fakes fakes() {
        return fakes;
    }

    Disk disk() {
        return disk;
    }

    Control control() {
        return control;
    }

    /** In a house with one. */
    RabbitServer broker() {
        return Objects.requireNonNull(broker);
    }

    /** By which both processes reach the broker. */
    Line line() {
        return Objects.requireNonNull(line);
    }

    /** Of the process that takes in, as it is now. */
    ApiClient api() {
        return api;
    }

    /** A new session with the process that takes in. */
    FtpClient ftp() throws IOException {
        Service now = server;
        return new FtpClient("127.0.0.1", now.ftp().getPort(), now.user(), now.password());
    }

    /** Kills the process without warning and starts it again. */
    void kill(ProcessHandle process) throws IOException {
        if (process.pid() == worker.process().pid()) {
            worker.kill();
            worker = Service.restart(working, worker);
        } else {
            server.kill();
            server = Service.restart(serving, server);
            api = new ApiClient(server);
        }
    }

    @Override
    public void close() throws IOException {
        control.begin();
        worker.kill();
        server.kill();
        if (line != null) {
            line.close();
        }
        if (broker != null) {
            broker.close();
        }
        fakes.close();
        disk.close();
        database.close();
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
