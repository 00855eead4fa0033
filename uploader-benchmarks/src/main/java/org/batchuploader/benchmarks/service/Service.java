package org.batchuploader.benchmarks.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service, running on an empty data folder and any free ports. */
public final class Service implements AutoCloseable {
    private static final Pattern HEAP_BEFORE = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    private final Process process;
    private final Path folder;
    private URI http = URI.create("http://127.0.0.1/");
    private URI ftp = URI.create("ftp://127.0.0.1/");
    private String password = "";

    private Service(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** @param heap a heap limit as the JVM takes it, {@code 128m} */
    public static Service start(Path root, Path folder, String heap) throws IOException {
        return start(root, folder, heap, Map.of());
    }

    /** @param environment of its configuration, beside that of this process */
    public static Service start(Path root, Path folder, String heap, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xlog:gc:file=" + folder.resolve("gc.log"),
                "-jar",
                root.resolve("uploader-vertx-app/target/uploader/uploader.jar").toString(),
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--http-port",
                "0",
                "--ftp-port",
                "0");
        builder.environment().putAll(environment);
        builder.redirectError(folder.resolve("service.err").toFile());
        Service service = new Service(builder.start(), folder);
        service.awaitReady();
        return service;
    }

    /** The same service again, after it was killed. */
    public static Service restart(Path root, Path folder, String heap, Service killed) throws IOException {
        Service service = start(root, folder, heap);
        service.password = killed.password;
        return service;
    }

    /** Its data folder. */
    public Path data() {
        return folder.resolve("data");
    }

    public URI http() {
        return http;
    }

    public URI ftp() {
        return ftp;
    }

    public String user() {
        return "admin";
    }

    public String password() {
        return password;
    }

    /** The most heap in use when a collection began, in MB; 0 when there was none. */
    public long heapPeakMegabytes() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("gc.log"));
        long peak = 0;
        for (String line : lines) {
            Matcher matcher = HEAP_BEFORE.matcher(line);
            if (matcher.find()) {
                peak = Math.max(peak, Long.parseLong(matcher.group(1)));
            }
        }
        return peak;
    }

    /** As a power cut would: no chance to finish anything. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to stop, and makes it stop after half a minute. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        kill();
    }

    private void awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("http://")) {
                http = address(line, "http://");
            } else if (line.startsWith("ftp://")) {
                ftp = address(line, "ftp://");
            } else if (line.contains("password")) {
                password = line.substring(line.lastIndexOf(' ') + 1);
            } else if (line.equals("ready")) {
                Thread drain = new Thread(() -> out.lines().forEach(l -> {}), "drain");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IOException("the service ended before it was ready");
    }

    private static URI address(String line, String scheme) {
        return URI.create(line.substring(line.indexOf(scheme)).split("\\s")[0]);
    }
}
