package org.batchuploader.geotools.vector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.jspecify.annotations.Nullable;

/** A format of vector data. Stateless. Reads in a stream, with no trust in a single byte. */
public interface VectorFormat {
    /**
     * A layer that the file's own directory names.
     *
     * @param family absent when only its features can tell
     */
    record Declared(String name, @Nullable Family family) {}

    Format format();

    /** Extensions of its files, in lower case. */
    List<String> extensions();

    /** The layers the file declares; absent when the format has no directory of them. */
    default Optional<List<Declared>> declared(SourceFile file) throws IOException, DamagedFile {
        return Optional.empty();
    }

    /**
     * Reads all features of a layer, or of all layers, into the sink. Coordinates come x first: easting or longitude.
     *
     * @param files the file and what accompanies it
     * @param layer absent for all
     * @param charset to read text in, where the owner chose one
     */
    Told read(DatasetFiles files, @Nullable String layer, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile;

    /** The file among the dataset's files. */
    default SourceFile main(DatasetFiles files) {
        return extensions().stream()
                .flatMap(extension -> files.find(extension).stream())
                .findFirst()
                .orElseThrow();
    }
}
