package org.batchuploader.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL of this machine, if it has one with PostGIS: as Debian and as PostgreSQL's own packages install it. */
public final class SystemPostgis {
    /** What an administrator of a Debian machine does about it. */
    public static final String REMEDY = "apt-get install postgresql-15-postgis-3";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path DEBIAN_SHARE = Path.of("/usr/share/postgresql");

    private SystemPostgis() {}

    /** The folder of its programs, of the newest version; absent without PostGIS. */
    public static Optional<Path> programs() {
        return Stream.concat(debian(), rpm()).findFirst();
    }

    private static Stream<Path> debian() {
        return versions(DEBIAN, "[0-9]+").stream()
                .filter(version -> hasPostgis(DEBIAN_SHARE.resolve(name(version))))
                .map(version -> version.resolve("bin"));
    }

    private static Stream<Path> rpm() {
        return versions(Path.of("/usr"), "pgsql-[0-9]+").stream()
                .filter(version -> hasPostgis(version.resolve("share")))
                .map(version -> version.resolve("bin"));
    }

    private static List<Path> versions(Path folder, String names) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> name(path).matches(names))
                    .sorted(Comparator.comparing(SystemPostgis::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(name(version).replaceAll("[^0-9]", ""));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static boolean hasPostgis(Path share) {
        return Files.exists(share.resolve("extension").resolve("postgis.control"));
    }
}
