package org.batchuploader.app.program;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.batchuploader.app.service.Visitor;
import org.jspecify.annotations.Nullable;

/** The packaged program as a process of its own. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How a command ended. */
    public record Result(int exitCode, String out, String err) {}

    /** @param folder for what it says */
    public static Program start(Path folder, Map<String, String> environment, Object... words) throws IOException {
        Path out = Files.createTempFile(folder, "program", ".out");
        Path err = Files.createTempFile(folder, "program", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                Path.of("target", "uploader", "uploader.jar").toAbsolutePath().toString()));
        for (Object word : words) {
            command.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Program(builder.start(), out, err);
    }

    /** Runs it to its end. */
    public static Result run(Path folder, Map<String, String> environment, Object... words) throws IOException {
        try (Program program = start(folder, environment, words)) {
            return program.ended();
        }
    }

    /** Waits until it says that it is ready. */
    public Program ready() {
        await("ready").atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: " + err());
            }
            return out().lines().anyMatch(line -> line.endsWith("ready"));
        });
        return this;
    }

    /** Its end; a process that does not come to it is a failure. */
    public Result ended() {
        await("the program's end").atMost(PATIENCE).until(() -> !process.isAlive());
        return new Result(process.exitValue(), out(), err());
    }

    /** SIGTERM. */
    public Program stop() {
        process.destroy();
        return this;
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    public URI address(String scheme) {
        return URI.create(out().lines()
                .filter(line -> line.startsWith(scheme + "://"))
                .findFirst()
                .orElseThrow());
    }

    public String firstPassword() {
        return out().lines()
                .filter(line -> line.contains("password"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    public Visitor visitor(@Nullable String login) {
        return new Visitor(address("http"), login);
    }

    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
