package org.batchuploader.benchmarks.csw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pycsw of its own on a port of this machine, with an empty database. It ends with its standard input, so also with us. */
final class Pycsw implements AutoCloseable {
    private final Process process;
    private final URI address;

    private Pycsw(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @param work has the environment that pycsw is installed in, and will have its database
     * @param script that serves
     */
    static Pycsw start(Path work, Path script) throws IOException {
        Path python = work.resolve("venv").resolve("bin").resolve("python");
        Path folder = Files.createDirectories(work.resolve("catalogue"));
        Process process = new ProcessBuilder(python.toString(), script.toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = out.readLine();
        if (port == null) {
            throw new IOException("pycsw did not start");
        }
        return new Pycsw(process, URI.create("http://127.0.0.1:" + port.strip() + "/"));
    }

    URI address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
