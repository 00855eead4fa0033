package org.batchuploader.benchmarks.crs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.inspect.Envelope;

/** What pyproj says, and GDAL. */
final class Truth {
    static final List<String> DIALECTS = List.of("WKT1_ESRI", "WKT1_GDAL", "WKT2_2015", "WKT2_2019");

    /** By a writer, and of an edition, that no rule was made by. */
    static final List<String> HELD_OUT = List.of("OSR_WKT1_ESRI", "OSR_WKT1_GDAL", "OSR_WKT2_2019", "OSR_WORN_ESRI");

    /**
     * One code in one dialect.
     *
     * @param equals codes that have the very same text
     */
    record Text(String code, boolean deprecated, String kind, String text, Set<String> equals) {}

    record Extent(String code, String kind, String what, Envelope envelope) {}

    private Truth() {}

    static List<Text> texts(Path folder, String dialect) throws IOException {
        Map<String, Set<String>> same = new HashMap<>();
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(dialect + ".tsv"))) {
            String[] cells = line.split("\t", 4);
            rows.add(cells);
            same.computeIfAbsent(cells[3], k -> new HashSet<>()).add("EPSG:" + cells[0]);
        }
        return rows.stream()
                .map(cells -> new Text(
                        "EPSG:" + cells[0],
                        cells[1].equals("1"),
                        cells[2],
                        cells[3],
                        same.getOrDefault(cells[3], Set.of())))
                .toList();
    }

    static List<Extent> extents(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("extents.tsv")).stream()
                .map(line -> line.split("\t"))
                .map(c -> new Extent(
                        "EPSG:" + c[0],
                        c[1],
                        c[2],
                        new Envelope(
                                Double.parseDouble(c[3]),
                                Double.parseDouble(c[4]),
                                Double.parseDouble(c[5]),
                                Double.parseDouble(c[6]))))
                .toList();
    }
}
