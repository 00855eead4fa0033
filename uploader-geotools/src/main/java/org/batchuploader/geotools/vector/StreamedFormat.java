package org.batchuploader.geotools.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/** A format whose file is read once, from its first byte to its last. */
public abstract class StreamedFormat implements VectorFormat {
    private final Format format;
    private final List<String> extensions;

    protected StreamedFormat(Format format, String... extensions) {
        this.format = format;
        this.extensions = List.of(extensions);
    }

    @Override
    public final Format format() {
        return format;
    }

    @Override
    public final List<String> extensions() {
        return extensions;
    }

    @Override
    public final Told read(DatasetFiles files, @Nullable String layer, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        SourceFile file = main(files);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            return read(file, in, charset, sink);
        }
    }

    /**
     * Reads all features of all layers.
     *
     * @param in the file's bytes; stays open
     * @param charset to read text in, where the owner chose one
     */
    protected abstract Told read(SourceFile file, InputStream in, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile;
}
