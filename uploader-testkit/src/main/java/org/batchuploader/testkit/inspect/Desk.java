package org.batchuploader.testkit.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.batchuploader.core.inspect.DatasetInspector.Delivered;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.SourceFile;

/** Brings files on disk before an inspector, and keeps what it unpacks in a folder. */
public final class Desk {
    private final DatasetInspector inspector;
    private final Path folder;
    private final Ids ids = new Ids();
    private final Map<BlobId, Path> blobs = new HashMap<>();

    /** @param folder where unpacked files go, under names of ours */
    public Desk(DatasetInspector inspector, Path folder) {
        this.inspector = inspector;
        this.folder = folder;
    }

    public Discovery discover(List<Path> files) throws IOException {
        var delivered = new ArrayList<Delivered>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            delivered.add(new Delivered(part(name, file), new SourceFile(name, file)));
        }
        return inspector.discover(delivered, this::store);
    }

    private Part part(String name, Path file) throws IOException {
        BlobId id = ids.blob();
        blobs.put(id, file);
        return new Part(name, id, Files.size(file));
    }

    /** The files of a dataset found before. */
    public DatasetFiles files(Found found) {
        return new DatasetFiles(found.name(), found.member(), sources(found.parts()));
    }

    private List<SourceFile> sources(List<Part> parts) {
        return parts.stream()
                .map(part -> new SourceFile(part.name(), blobs.getOrDefault(part.blob(), folder)))
                .toList();
    }

    /** Discovers and inspects what has to be one dataset. */
    public Inspection inspect(List<Path> files, Correction correction) throws IOException {
        return inspector.inspect(only(files), correction, CrsHabits.NONE);
    }

    /** The files that registries get: those prepared, or those delivered where nothing had to be. */
    public DatasetFiles prepared(DatasetFiles files, Inspection inspection, Correction correction) throws IOException {
        List<Part> parts = inspector.prepare(files, inspection, correction, this::store);
        return parts.isEmpty() ? files : new DatasetFiles(files.base(), sources(parts));
    }

    private Part store(String name, InputStream content) throws IOException {
        Path blob = Files.createTempFile(folder, "part", "");
        Files.delete(blob);
        Files.copy(content, blob);
        return part(name, blob);
    }

    /** The files of the one dataset there has to be. */
    public DatasetFiles only(List<Path> files) throws IOException {
        Discovery discovery = discover(files);
        if (discovery.datasets().size() != 1) {
            throw new AssertionError("expected one dataset: " + discovery);
        }
        return files(discovery.datasets().get(0));
    }
}
