package org.batchuploader.geotools.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.batchuploader.core.inspect.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .shx}, compared with the records as they come. It may also say in which order they are: a program that rewrote a
 * record in another place left the old one behind, and only the index knows which of them counts.
 */
final class ShxIndex implements Closeable {
    private static final int ENTRY = 8;

    private final @Nullable FileWindow file;
    private final long entries;
    private long compared;
    private @Nullable String fault;

    private ShxIndex(@Nullable FileWindow file, long entries, @Nullable String fault) {
        this.file = file;
        this.entries = entries;
        this.fault = fault;
    }

    static ShxIndex open(Optional<SourceFile> shx) throws IOException {
        if (shx.isEmpty()) {
            return new ShxIndex(null, 0, "The index file (.shx) is missing.");
        }
        String name = shx.get().name();
        var file = new FileWindow(shx.get().path());
        try {
            if (file.size() < ShpHeader.SIZE) {
                file.close();
                return new ShxIndex(null, 0, name + " is cut off within its header.");
            }
            ShpHeader header = ShpHeader.of(file);
            long entries = (file.size() - ShpHeader.SIZE) / ENTRY;
            return new ShxIndex(file, entries, fault(name, header, file.size()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static @Nullable String fault(String name, ShpHeader header, long size) {
        if (header.fileCode() != ShpHeader.FILE_CODE || header.version() != ShpHeader.VERSION) {
            return name + " is no index of a shapefile.";
        }
        return header.length() == size
                ? null
                : "%s says that it is %d bytes long and is %d.".formatted(name, header.length(), size);
    }

    /** How many records the file has room for. */
    long entries() {
        return entries;
    }

    /** Where the nth record, counted from 0, is in the {@code .shp}; -1 behind the last. */
    long offset(long n) throws IOException {
        return n < entries ? 2L * value(n, 0) : -1;
    }

    /** Bytes of content of the nth record, counted from 0. */
    long length(long n) throws IOException {
        return n < entries ? 2L * value(n, 4) : -1;
    }

    private int value(long n, int within) throws IOException {
        if (file == null) {
            return -1;
        }
        int at = file.at(ShpHeader.SIZE + n * ENTRY, ENTRY);
        return Bytes.bigInt(file.bytes(), at + within);
    }

    /** Whether each entry lies in a file of that size and all of them together find room there. */
    boolean isPossible(long shpSize) throws IOException {
        long sum = ShpHeader.SIZE;
        for (long n = 0; n < entries; n++) {
            long offset = offset(n);
            long length = length(n);
            if (offset < ShpHeader.SIZE || length < 4 || offset + 8 + length > shpSize) {
                return false;
            }
            sum += 8 + length;
        }
        return entries > 0 && sum <= shpSize;
    }

    void compare(long offset, int length) throws IOException {
        long n = compared++;
        if (fault != null) {
            return;
        }
        if (n >= entries) {
            fault = "The index file (.shx) ends after %d records.".formatted(entries);
        } else if (offset(n) != offset || length(n) != length) {
            fault = "The index file (.shx) points to another place for record %d.".formatted(n + 1);
        }
    }

    /** What is wrong with it, a whole sentence. */
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
