package org.batchuploader.benchmarks.unzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector.Delivered;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.sample.SampleShapefile;

/**
 * One zip of one shapefile of 1,000,000 points with five fields. Three things take turns, page cache warm, medians are
 * printed: {@code unzip -t} as a process (it inflates all, checks check sums, writes nothing); our discovery into a sink
 * that drops the bytes (the same, with names, entries and ratios guarded); our discovery onto disk with the inspection
 * of all that came out (no fsync), of which the inspection's share is printed as well. The ratio is of the first to the
 * second: above 1 we are faster.
 */
public final class UnzipBenchmark {
    private static final int ROUNDS = 7;
    private static final int POINTS = 1_000_000;

    private final GeoToolsInspector inspector = new GeoToolsInspector();
    private final Ids ids = new Ids();
    private final Path folder;
    private final Path zip;
    private final long unpacked;

    private UnzipBenchmark(Path folder) throws IOException {
        this.folder = folder;
        this.zip = folder.resolve("points.zip");
        List<Path> files =
                SampleShapefile.points("points").rows(POINTS).writeTo(Files.createDirectory(folder.resolve("made")));
        long bytes = 0;
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                bytes += Files.copy(file, out);
            }
        }
        this.unpacked = bytes;
    }

    /** @param args the folder of the checkout, then where to work, if not in the system's temporary folder */
    public static void main(String[] args) throws Exception {
        Path folder = args.length > 1
                ? Files.createTempDirectory(Path.of(args[1]), "unzip")
                : Files.createTempDirectory("unzip");
        try {
            new UnzipBenchmark(folder).run();
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run() throws Exception {
        double[] peer = new double[ROUNDS];
        double[] dropped = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        double[] inspected = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            int at = Math.max(0, round);
            peer[at] = unzip();
            dropped[at] = discover(this::drop).seconds();
            Timed<Double> both = inspect();
            whole[at] = both.seconds();
            inspected[at] = both.value();
        }
        double megabytes = unpacked / 1e6;
        say(
                "%d points, zip of %.1f MB, %.1f MB unpacked, heap %d MB, %d rounds after one to warm up%n",
                POINTS, Files.size(zip) / 1e6, megabytes, Runtime.getRuntime().maxMemory() >> 20, ROUNDS);
        say("unzip -t                            %7.0f ms  %6.0f MB/s%n", 1e3 * median(peer), megabytes / median(peer));
        say(
                "discovery, bytes dropped            %7.0f ms  %6.0f MB/s%n",
                1e3 * median(dropped), megabytes / median(dropped));
        say(
                "discovery onto disk and inspection  %7.0f ms  %6.0f MB/s, of which inspection %.0f ms%n",
                1e3 * median(whole), megabytes / median(whole), 1e3 * median(inspected));
        say(
                "unzip: ratio=%.2f ours_MBps=%.0f unzip_MBps=%.0f with_inspection_ms=%.0f%n",
                median(peer) / median(dropped),
                megabytes / median(dropped),
                megabytes / median(peer),
                1e3 * median(whole));
    }

    private record Timed<T>(double seconds, T value) {}

    private double unzip() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder("unzip", "-tqq", zip.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new IOException("unzip found fault with its file");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Timed<Discovery> discover(PartSink sink) throws IOException {
        long start = System.nanoTime();
        Part part = new Part("points.zip", ids.blob(), Files.size(zip));
        Discovery discovery = inspector.discover(List.of(new Delivered(part, new SourceFile(part.name(), zip))), sink);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (discovery.datasets().size() != 1) {
            throw new IOException("not one dataset: " + discovery);
        }
        return new Timed<>(seconds, discovery);
    }

    private Part drop(String name, InputStream content) throws IOException {
        return new Part(name, ids.blob(), content.transferTo(OutputStream.nullOutputStream()));
    }

    private Timed<Double> inspect() throws IOException {
        Map<BlobId, Path> blobs = new HashMap<>();
        Timed<Discovery> found = discover((name, content) -> {
            BlobId blob = ids.blob();
            Path path = folder.resolve(blob.value());
            blobs.put(blob, path);
            return new Part(name, blob, Files.copy(content, path));
        });
        List<SourceFile> files = new ArrayList<>();
        for (Part part : found.value().datasets().get(0).parts()) {
            files.add(new SourceFile(part.name(), blobs.getOrDefault(part.blob(), zip)));
        }
        long start = System.nanoTime();
        Inspection inspection = inspector.inspect(new DatasetFiles("points", files), Correction.NONE, CrsHabits.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!inspection.problems().isEmpty()) {
            throw new IOException("problems: " + inspection.problems());
        }
        for (Path blob : blobs.values()) {
            Files.delete(blob);
        }
        return new Timed<>(found.seconds() + seconds, seconds);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
