package org.batchuploader.benchmarks.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.geotools.shapefile.ShapefileFeatures;
import org.batchuploader.postgis.LoadedTable;
import org.batchuploader.postgis.PostgisLoader;
import org.batchuploader.postgis.PostgisSettings;

/** Everything of ours between a delivered file and a table: unpacking, inspection, preparation and loading. */
final class Ours implements AutoCloseable {
    private final Path work;
    private final Ids ids = new Ids();
    private final DatasetInspector inspector = new GeoToolsInspector();
    private final PostgisLoader loader;
    private final Map<BlobId, Path> blobs = new HashMap<>();

    Ours(Path work, PostgisSettings settings) throws IOException {
        this.work = Files.createDirectories(work);
        this.loader = PostgisLoader.open(settings, new ShapefileFeatures());
    }

    /** What it took in nanoseconds, and what it ended with. */
    record Times(long unpack, long inspect, long load, LoadedTable table) {
        long all() {
            return unpack + inspect + load;
        }
    }

    /** @param name of the table */
    Times load(List<Path> files, String name) throws IOException {
        long begun = System.nanoTime();
        var delivered = new ArrayList<DatasetInspector.Delivered>();
        for (Path file : files) {
            String fileName = String.valueOf(file.getFileName());
            BlobId blob = ids.blob();
            blobs.put(blob, file);
            delivered.add(new DatasetInspector.Delivered(
                    new Part(fileName, blob, Files.size(file)), new SourceFile(fileName, file)));
        }
        Discovery discovery = inspector.discover(delivered, this::store);
        if (discovery.datasets().size() != 1) {
            throw new IOException("not one dataset: " + discovery);
        }
        DatasetFiles found = files(discovery.datasets().get(0).parts());
        long unpacked = System.nanoTime();
        Correction correction = Correction.NONE;
        Inspection inspection = inspector.inspect(found, correction, CrsHabits.NONE);
        if (inspection.crs() == null) {
            correction = Correction.crs("EPSG:4326");
            inspection = inspector.inspect(found, correction, CrsHabits.NONE);
        }
        if (inspection.problems().stream().anyMatch(Problem::isBlocking)) {
            throw new IOException("refused: " + inspection.problems());
        }
        List<Part> prepared = inspector.prepare(found, inspection, correction, this::store);
        DatasetFiles published = prepared.isEmpty() ? found : files(prepared);
        long inspected = System.nanoTime();
        LoadedTable table = loader.load(publication(name, inspection, published, found));
        return new Times(unpacked - begun, inspected - unpacked, System.nanoTime() - inspected, table);
    }

    private Publication publication(String name, Inspection inspection, DatasetFiles files, DatasetFiles delivered) {
        return new Publication(
                ids.layer(),
                name,
                name,
                Owner.named("benchmark"),
                inspection,
                files,
                delivered,
                null,
                List.of(),
                "none",
                "",
                Map.of(),
                Instant.EPOCH);
    }

    private Part store(String name, InputStream content) throws IOException {
        BlobId blob = ids.blob();
        Path file = work.resolve(blob.value());
        blobs.put(blob, file);
        return new Part(name, blob, Files.copy(content, file));
    }

    private DatasetFiles files(List<Part> parts) {
        List<SourceFile> files = new ArrayList<>();
        for (Part part : parts) {
            files.add(new SourceFile(part.name(), blobs.getOrDefault(part.blob(), work)));
        }
        return new DatasetFiles("big", files);
    }

    /** Removes the files that were unpacked. */
    void sweep() throws IOException {
        for (Path file : blobs.values()) {
            if (file.startsWith(work)) {
                Files.deleteIfExists(file);
            }
        }
        blobs.clear();
    }

    @Override
    public void close() {
        loader.close();
    }
}
