package org.batchuploader.core.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of one dataset at hand for reading.
 *
 * @param base the dataset's name, {@code roads}
 * @param member which layer inside the file, where a file holds several; absent when the files are the dataset
 */
public record DatasetFiles(String base, @Nullable String member, List<SourceFile> files) {
    public DatasetFiles {
        files = List.copyOf(files);
    }

    /** Files that are one dataset. */
    public DatasetFiles(String base, List<SourceFile> files) {
        this(base, null, files);
    }

    /**
     * The file whose name ends in that extension, compared without case; of {@code a.shp} and {@code a.shp.xml} only the
     * first ends in {@code shp}.
     *
     * @param extension without the leading dot, {@code "shp"} or {@code "shp.xml"}
     */
    public Optional<SourceFile> find(String extension) {
        String ending = "." + extension.toLowerCase(Locale.ROOT);
        return files.stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst();
    }
}
