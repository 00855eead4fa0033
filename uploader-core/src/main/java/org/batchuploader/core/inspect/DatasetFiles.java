package org.batchuploader.core.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of one dataset at hand for reading. */
public record DatasetFiles(String base, List<SourceFile> files) {
    public DatasetFiles {
        files = List.copyOf(files);
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
