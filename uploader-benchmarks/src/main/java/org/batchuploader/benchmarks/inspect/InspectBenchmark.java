package org.batchuploader.benchmarks.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;

/**
 * Full validation of one million polygons by us, against GDAL's scan of the geometries plus its scan of the attributes.
 * Ours is timed in this process when warm, and cold once; GDAL's is the time of the {@code ogrinfo} processes, with and
 * without what {@code ogrinfo -so} takes. The page cache is warm and the runs take turns; medians count. The ratio told is
 * the smaller one: our time against GDAL's with its start subtracted.
 */
public final class InspectBenchmark {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 9;
    private static final String GEOMETRIES = "SELECT COUNT(*) FROM big WHERE OGR_GEOM_AREA > 0";
    private static final String ATTRIBUTES = "SELECT COUNT(*) FROM big WHERE NAME LIKE '%zzz%'";

    private final List<Path> files;
    private final int features;
    private final DatasetInspector inspector = new GeoToolsInspector();
    private final List<Long> ours = new ArrayList<>();
    private final List<Long> start = new ArrayList<>();
    private final List<Long> geometries = new ArrayList<>();
    private final List<Long> attributes = new ArrayList<>();

    private InspectBenchmark(List<Path> files, int features) {
        this.files = files;
        this.features = features;
    }

    public static void main(String[] args) throws IOException {
        int features = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Path folder = Path.of(args[0], "uploader-benchmarks", "target", "inspect", Integer.toString(features));
        List<Path> files = BigShapefile.write(folder, features);
        new InspectBenchmark(files, features).run();
    }

    private void run() throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        print(
                "%,d polygons x 12 points, 8 fields: %.0f MB; heap at most %d MB; %d processors; Java %s; %s",
                features,
                bytes / 1e6,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                OgrInfo.version());
        OgrInfo.sql(files.get(0), GEOMETRIES);
        OgrInfo.sql(files.get(0), ATTRIBUTES);
        long cold = inspect();
        for (int i = 0; i < WARM_UP; i++) {
            inspect();
        }
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(inspect());
            start.add(OgrInfo.summary(files.get(0)).nanos());
            geometries.add(counted(OgrInfo.sql(files.get(0), GEOMETRIES), Integer.toString(features)));
            attributes.add(counted(OgrInfo.sql(files.get(0), ATTRIBUTES), "0"));
        }
        report(cold);
    }

    private long inspect() throws IOException {
        var sources = files.stream()
                .map(file -> new SourceFile(file.getFileName().toString(), file))
                .toList();
        long begun = System.nanoTime();
        Inspection inspection = inspector.inspect(new DatasetFiles("big", sources), Correction.NONE, CrsHabits.NONE);
        long nanos = System.nanoTime() - begun;
        var extent = Objects.requireNonNull(
                inspection.extent(), () -> inspection.problems().toString());
        boolean right = inspection.problems().isEmpty()
                && Objects.requireNonNull(inspection.vector()).count() == features
                && extent.minX() == -180
                && extent.maxY() == 90;
        if (!right) {
            throw new IllegalStateException("not what was written: " + inspection);
        }
        return nanos;
    }

    private static long counted(OgrInfo.Run run, String expected) {
        if (run.exitCode() != 0 || !run.output().contains("= " + expected)) {
            throw new IllegalStateException("ogrinfo counted otherwise: " + run.output());
        }
        return run.nanos();
    }

    private void report(long cold) throws IOException {
        double us = median(ours);
        double begin = median(start);
        double geometry = median(geometries);
        double attribute = median(attributes);
        double gross = geometry + attribute;
        double net = gross - 2 * begin;
        print(
                "ours, both files at once, all vertices and attribute bytes, warm: %.1f ms (first run in this process %.0f ms)",
                us * 1e3, cold / 1e6);
        print(
                "  %.1f million features/s, %.2f GB/s of all, %.0f MB/s of .shp",
                features / us / 1e6,
                (Files.size(files.get(0)) + Files.size(files.get(2))) / us / 1e9,
                Files.size(files.get(0)) / us / 1e6);
        print(
                "ogrinfo -so: %.0f ms; geometries: %.0f ms; attributes: %.0f ms",
                begin * 1e3, geometry * 1e3, attribute * 1e3);
        print("ratio with the processes' start: %.1f, without it: %.1f", gross / us, net / us);
        print(
                "inspect: ratio=%.1f ms=%.1f features_per_s=%.0f shp_mb_per_s=%.0f gdal_ms=%.0f heap_mb=%d",
                net / us,
                us * 1e3,
                features / us,
                Files.size(files.get(0)) / us / 1e6,
                net * 1e3,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
