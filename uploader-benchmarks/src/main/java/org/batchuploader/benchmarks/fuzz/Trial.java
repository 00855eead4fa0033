package org.batchuploader.benchmarks.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.geotools.archive.ArchiveLimits;
import org.batchuploader.testkit.sample.SampleShapefile;

/**
 * One delivery after the other, with the input in the place of one of its files: discovered, inspected, prepared, drawn and
 * written as GeoJSON, as the pipeline does. What the inspector only survives by catching everything is a finding.
 */
final class Trial {
    private static final String CAUGHT = "cannot be made sense of";
    private static final long MOST_UNPACKED = 4 << 20;

    private final Target target;
    private final Path folder;
    private final List<Path> files;
    private final Correction correction;
    private final Ids ids = new Ids();
    private final DatasetInspector inspector =
            new GeoToolsInspector(new ArchiveLimits(200, MOST_UNPACKED, 200, MOST_UNPACKED / 4));

    /** @param folder an empty one, ours alone */
    Trial(Target target, Path folder) throws IOException {
        this.target = target;
        this.folder = folder;
        this.files = Seeds.companions(target, folder);
        this.correction = target == Target.PRJ || target == Target.TIFF ? Correction.NONE : Correction.crs("EPSG:4326");
    }

    /** Lets everything be loaded that the first delivery loads, so that no input is blamed for it. */
    void warmUp() throws IOException {
        Path sound = Files.createDirectory(folder.resolve("sound"));
        var sources = SampleShapefile.polygons("towns").writeTo(sound).stream()
                .map(each -> new SourceFile(each.getFileName().toString(), each))
                .toList();
        inspect(new DatasetFiles("towns", sources));
    }

    void run(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve(target.file()), input);
        if (target == Target.ZIP || target == Target.CSV) {
            for (Discovery.Found found : discover(file).datasets()) {
                if (target == Target.CSV) {
                    inspect(new DatasetFiles("fuzzed", found.member(), List.of(new SourceFile(target.file(), file))));
                }
            }
            return;
        }
        var sources = new ArrayList<SourceFile>();
        for (Path each : files) {
            sources.add(new SourceFile(each.getFileName().toString(), each));
        }
        sources.add(new SourceFile(target.file(), file));
        inspect(new DatasetFiles("fuzzed", sources));
    }

    private void inspect(DatasetFiles dataset) throws IOException {
        Inspection inspection = inspector.inspect(dataset, correction, CrsHabits.NONE);
        for (Problem problem : inspection.problems()) {
            if (problem.sentence().contains(CAUGHT)) {
                throw new IllegalStateException("something unforeseen was caught; the log says what");
            }
        }
        boolean publishable = inspection.problems().stream().noneMatch(Problem::isBlocking);
        if (publishable) {
            inspector.prepare(dataset, inspection, correction, counting());
        }
        if (inspection.extent() != null) {
            inspector.thumbnail(dataset, inspection, 64, OutputStream.nullOutputStream());
        }
        if (publishable && inspection.crs() != null) {
            inspector.geoJson(dataset, inspection, 100, OutputStream.nullOutputStream());
        }
    }

    private Discovery discover(Path file) throws IOException {
        var part = new Part(target.file(), ids.blob(), Files.size(file));
        var delivered = new DatasetInspector.Delivered(part, new SourceFile(target.file(), file));
        Discovery discovery = inspector.discover(List.of(delivered), counting());
        if (discovery.datasets().isEmpty() && discovery.problems().isEmpty()) {
            throw new IllegalStateException("nothing was found, and nothing is said about it");
        }
        return discovery;
    }

    /** Takes parts and keeps none; more than the limits allow is a finding. */
    private PartSink counting() {
        return new PartSink() {
            private long all;

            @Override
            public Part store(String name, InputStream content) throws IOException {
                long size = content.transferTo(OutputStream.nullOutputStream());
                all += size;
                if (all > 2 * MOST_UNPACKED) {
                    throw new IllegalStateException(all + " bytes came out");
                }
                return new Part(name, ids.blob(), size);
            }
        };
    }
}
