package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Optional;
import org.batchuploader.core.inspect.SourceFile;
import org.jspecify.annotations.Nullable;

/** Compares a {@code .shx} with the records as they come. */
final class IndexCheck implements Closeable {
    private final @Nullable BinaryFile file;
    private final long entries;
    private long compared;
    private @Nullable String fault;

    private IndexCheck(@Nullable BinaryFile file, long entries, @Nullable String fault) {
        this.file = file;
        this.entries = entries;
        this.fault = fault;
    }

    static IndexCheck of(Optional<SourceFile> shx) throws IOException {
        if (shx.isEmpty()) {
            return new IndexCheck(null, 0, "The index file (.shx) is missing.");
        }
        String name = shx.get().name();
        long size = Files.size(shx.get().path());
        if (size < ShpReader.HEADER) {
            return new IndexCheck(null, 0, name + " is cut off within its header.");
        }
        var file = new BinaryFile(shx.get().path());
        try {
            boolean index = file.big(ShpReader.HEADER).getInt(0) == 9994;
            long entries = (size - ShpReader.HEADER) / 8;
            return new IndexCheck(file, entries, index ? null : name + " is no index of a shapefile.");
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    void compare(long offset, int length) throws IOException {
        compared++;
        if (fault != null || file == null) {
            return;
        }
        if (compared > entries) {
            fault = "The index file (.shx) ends after %d records.".formatted(entries);
            return;
        }
        ByteBuffer entry = file.big(8);
        if (2L * entry.getInt(0) != offset || 2L * entry.getInt(4) != length) {
            fault = "The index file (.shx) points to another place for record %d.".formatted(compared);
        }
    }

    Optional<String> fault() {
        if (fault == null && entries > compared) {
            return Optional.of(
                    "The index file (.shx) lists %d records where there are %d.".formatted(entries, compared));
        }
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
