package org.batchuploader.testkit.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * How it is started.
     *
     * @param jar the packaged program
     * @param folder for its data, and for what it says
     * @param heap a heap limit as the JVM takes it, {@code 128m}
     * @param options for the JVM
     * @param environment variables besides those of this process
     * @param words the command and its options, besides the data folder
     */
    public record Setup(
            Path jar,
            Path folder,
            String heap,
            List<String> options,
            Map<String, String> environment,
            List<String> words) {
        /** A service on any free ports. */
        public static Setup serve(Path root, Path folder, String heap, Map<String, String> environment) {
            return new Setup(
                    root.resolve("uploader-vertx-app/target/uploader/uploader.jar"),
                    folder,
                    heap,
                    List.of("-Xlog:gc:file=" + folder.resolve("gc.log")),
                    environment,
                    List.of("serve", "--http-port", "0", "--ftp-port", "0"));
        }
    }

    /** @param heap a heap limit as the JVM takes it, {@code 128m} */
    public static Service start(Path root, Path folder, String heap) throws IOException {
        return start(Setup.serve(root, folder, heap, Map.of()));
    }

    public static Service start(Setup setup) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + setup.heap());
        command.addAll(setup.options());
        command.addAll(List.of("-jar", setup.jar().toString()));
        command.addAll(setup.words());
        command.addAll(List.of("--data", setup.folder().resolve("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(setup.environment());
        String name = setup.words().get(0) + ".err";
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(setup.folder().resolve(name).toFile()));
        Service service = new Service(builder.start(), setup.folder());
        service.awaitReady();
        return service;
    }

    /** The same again, after it was killed. */
    public static Service restart(Setup setup, Service killed) throws IOException {
        Service service = start(setup);
        service.password = killed.password;
        return service;
    }

    /** The same service again, after it was killed. */
    public static Service restart(Path root, Path folder, String heap, Service killed) throws IOException {
        Service service = start(root, folder, heap);
        service.password = killed.password;
        return service;
    }

    /** Its process. */
    public ProcessHandle process() {
        return process.toHandle();
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
