package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.ProblemCode;

/**
 * A shapefile with one thing wrong, and what has to become of it.
 *
 * @param name says the damage, {@code shx_missing}
 * @param where in which file and at which bytes it is
 * @param sound the shapefile before
 * @param code the finding that has to tell of it
 */
public record DamagedShapefile(
        String name, String where, SampleShapefile sound, Hurt hurt, Ending ending, ProblemCode code) {
    /** What becomes of it. */
    public enum Ending {
        /** Put right, with every vertex and every attribute as before. */
        RESTORED,
        /** Put right, with as many features and the same extent as before. */
        MENDED,
        /** Not published. */
        REFUSED
    }

    /** Does the damage to files written before. */
    @FunctionalInterface
    public interface Hurt {
        void to(Path shp, Path shx, Path dbf) throws IOException;
    }

    /** All of them, each name once. */
    public static List<DamagedShapefile> all() {
        return Stream.of(
                        DamagedIndexes.all(),
                        DamagedHeaders.all(),
                        DamagedRecords.all(),
                        DamagedTables.all(),
                        HopelessShapefiles.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Writes it into an existing folder; answers the parts that are there. */
    public List<Path> writeTo(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(sound.writeTo(folder));
        hurt.to(files.get(0), files.get(1), files.get(2));
        files.removeIf(Files::notExists);
        return List.copyOf(files);
    }

    @Override
    public String toString() {
        return name;
    }
}
