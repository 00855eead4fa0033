package org.batchuploader.testkit.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A disk that is shared with a fake: what lies under one folder of it can be looked into, and nothing else. */
final class SharedFiles {
    private static final long LARGEST = 64L * 1024 * 1024;

    private @Nullable Path root;

    void share(Path folder) {
        root = folder.toAbsolutePath().normalize();
    }

    /**
     * The data at that path by native name; none where nothing is shared or there.
     *
     * @param path plain, of a {@code .shp} or a {@code .tif}
     */
    Map<String, FakeData> at(String path) throws IOException {
        Path file = Path.of(path).normalize();
        if (root == null || !file.startsWith(root) || !Files.isRegularFile(file)) {
            return Map.of();
        }
        String name = String.valueOf(file.getFileName());
        String base = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        if (!name.toLowerCase(Locale.ROOT).endsWith(".shp")) {
            return FakeTiff.read(name, read(file))
                    .map(tiff -> Map.of(base, tiff))
                    .orElse(Map.of());
        }
        Map<String, byte[]> parts = new HashMap<>();
        for (String extension : new String[] {"shp", "shx", "dbf", "prj", "cpg"}) {
            Path part = file.resolveSibling(base + "." + extension);
            if (Files.isRegularFile(part)) {
                parts.put(base + "." + extension, read(part));
            }
        }
        return FakeShapefile.among(parts);
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("too large to be looked into: " + file.getFileName());
        }
        return Files.readAllBytes(file);
    }
}
