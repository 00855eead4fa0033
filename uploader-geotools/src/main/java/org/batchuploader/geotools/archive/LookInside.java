package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.inspect.DatasetInspector.Delivered;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.format.VectorFormats;
import org.batchuploader.geotools.vector.LayerFinder;
import org.batchuploader.geotools.vector.LayerFinder.Inside;
import org.batchuploader.geotools.vector.VectorFormat;

/** Looks into files of features for the layers they hold; those from archives as they are stored. */
final class LookInside implements PartSink {
    private final PartSink sink;
    private final Map<BlobId, List<Inside>> layers = new HashMap<>();

    LookInside(PartSink sink) {
        this.sink = sink;
    }

    @Override
    public Part store(String name, InputStream content) throws IOException {
        Optional<VectorFormat> format = VectorFormats.of(PartName.of(name).extension());
        if (format.isEmpty()) {
            return sink.store(name, content);
        }
        Path file = Files.createTempFile("features", null);
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            try (InputStream again = Files.newInputStream(file)) {
                Part part = sink.store(name, again);
                layers.put(part.blob(), LayerFinder.find(format.get(), new SourceFile(name, file)));
                return part;
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A file that is at hand already. */
    void look(Delivered file) throws IOException {
        Optional<VectorFormat> format =
                VectorFormats.of(PartName.of(file.part().name()).extension());
        if (format.isPresent()) {
            layers.put(file.part().blob(), LayerFinder.find(format.get(), file.file()));
        }
    }

    List<Inside> of(Part part) {
        return layers.getOrDefault(part.blob(), List.of());
    }
}
