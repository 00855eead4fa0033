package org.batchuploader.geotools.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.geotools.referencing.CRS;

/**
 * Which datum of the EPSG dataset a name means: by its names there, and by those that GeoTools' table of aliases gives for
 * ESRI, OGC, PROJ and Oracle.
 */
final class DatumNames {
    private static final String TABLE = "/org/geotools/referencing/factory/DatumAliasesTable.txt";
    private final Map<String, Set<Integer>> codes = new HashMap<>();

    DatumNames(Map<Integer, List<String>> names) {
        names.forEach((code, all) -> all.forEach(name -> add(name, Set.of(code))));
        try (InputStream in = CRS.class.getResourceAsStream(TABLE)) {
            if (in != null) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(this::aliases);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of datum aliases cannot be read", e);
        }
    }

    private void aliases(String line) {
        Set<Integer> meant = new HashSet<>();
        String[] names = line.split(";");
        for (String name : names) {
            meant.addAll(find(name));
            if (!meant.isEmpty()) {
                break;
            }
        }
        for (String name : names) {
            if (find(name).isEmpty()) {
                add(name, meant);
            }
        }
    }

    private void add(String name, Set<Integer> meant) {
        String key = key(name);
        if (!key.isEmpty() && !meant.isEmpty()) {
            codes.computeIfAbsent(key, k -> new HashSet<>()).addAll(meant);
        }
    }

    Set<Integer> find(String name) {
        return codes.getOrDefault(key(name), Set.of());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^d_", "")
                .replaceFirst("( ensemble| v1| version 1)$", "")
                .replaceAll("[^a-z0-9+]", "");
    }
}
