package org.batchuploader.benchmarks.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the packaged service, which can be started again on the same ports. */
final class Node implements AutoCloseable {
    private final String name;
    private final Path root;
    private final Path folder;
    private final Map<String, String> environment;
    private final int http = freePort();
    private final int ftp = freePort();
    private @Nullable Process process;

    /**
     * @param root the folder of the checkout
     * @param folder where the data folder is, which nodes share, and the logs are
     */
    Node(String name, Path root, Path folder, Map<String, String> environment) throws IOException {
        this.name = name;
        this.root = root;
        this.folder = folder;
        this.environment = environment;
    }

    String name() {
        return name;
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + http + "/");
    }

    int ftp() {
        return ftp;
    }

    /**
     * Returns when it is ready.
     *
     * @param line is told each line before that
     */
    void start(Consumer<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                root.resolve("uploader-vertx-app/target/uploader/uploader.jar").toString(),
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--http-port",
                Integer.toString(http),
                "--ftp-port",
                Integer.toString(ftp));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(
                folder.resolve("node-" + name + ".err").toFile()));
        Process started = builder.start();
        process = started;
        BufferedReader out =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (String said = out.readLine(); said != null; said = out.readLine()) {
            line.accept(said);
            if (said.equals("ready")) {
                return;
            }
        }
        throw new IOException("node " + name + " ended before it was ready; see " + folder);
    }

    /** SIGTERM, and its end. */
    void stop() {
        running().destroy();
        running().onExit().orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** SIGKILL. */
    void kill() {
        running().destroyForcibly().onExit().join();
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", signal, Long.toString(running().pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill " + signal + " ended with " + code);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("node " + name + " was not started");
        }
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
