package org.batchuploader.benchmarks.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GDAL's {@code ogrinfo}, run as a process; it has to be on the path. */
public final class OgrInfo {
    /** What it printed and how long the process took, from its start to its end. */
    public record Run(String output, int exitCode, long nanos) {}

    private OgrInfo() {}

    public static String version() throws IOException {
        return run("--version").output().strip();
    }

    /** Header and fields only. */
    public static Run summary(Path shp) throws IOException {
        return run("-so", "-al", shp.toString());
    }

    /** Everything, as text. */
    public static Run all(Path shp) throws IOException {
        return run("-al", shp.toString());
    }

    public static Run sql(Path shp, String statement) throws IOException {
        return run("-q", shp.toString(), "-sql", statement);
    }

    private static Run run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int exit = process.waitFor();
            return new Run(output, exit, System.nanoTime() - start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for ogrinfo", e);
        }
    }
}
