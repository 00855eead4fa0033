package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this machine. */
final class Tool {
    private static final long PATIENCE_SECONDS = 120;

    /** What a program said, and how it ended. */
    record Result(int exitCode, String output) {}

    private Tool() {}

    /** Sees to it that the program is there: installs it where that is possible, else says how. */
    static void require(String program) throws IOException, InterruptedException {
        if (isThere(program)) {
            return;
        }
        if (isThere("apt-get") && "root".equals(System.getProperty("user.name"))) {
            run("apt-get", "-q", "update");
            run("apt-get", "-q", "-y", "install", program);
        }
        if (!isThere(program)) {
            throw new IOException(program + " is missing; install it, for example: sudo apt-get install " + program);
        }
    }

    static Result run(String... command) throws IOException, InterruptedException {
        return run(Arrays.asList(command));
    }

    static Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tool", ".out");
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within " + PATIENCE_SECONDS + " s");
            }
            return new Result(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
