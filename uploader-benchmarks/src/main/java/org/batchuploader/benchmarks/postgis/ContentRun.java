package org.batchuploader.benchmarks.postgis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.postgis.PostgisSettings;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.SystemPostgis;

/**
 * Loads shapefiles twice, by us and by {@code ogr2ogr}, and tells whether the same is in both tables: count, extent, areas,
 * every geometry and every value. What differs is printed.
 */
public final class ContentRun {
    private static final String USER = EmbeddedPostgres.USER;

    private ContentRun() {}

    /** @param args the folder of the checkout, then shapefiles by their {@code .shp} */
    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of(args[0], "uploader-benchmarks", "target", "postgis"));
        Path programs = SystemPostgis.programs()
                .orElseThrow(
                        () -> new IllegalStateException("run postgis-content: needs PostGIS; " + SystemPostgis.REMEDY));
        int same = 0;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(programs, false)) {
            String database = server.createDatabase();
            var settings = PostgisSettings.of("127.0.0.1", server.port(), database, USER, "");
            var peers = new Peers(work, server.port(), database, USER);
            try (Connection connection = DriverManager.getConnection(server.url(database), USER, "");
                    Ours ours = new Ours(work.resolve("blobs"), settings)) {
                connection.createStatement().execute("CREATE EXTENSION postgis");
                for (int i = 1; i < args.length; i++) {
                    String verdict;
                    try {
                        verdict = compare(Path.of(args[i]), "t" + i, ours, peers, connection);
                    } catch (IOException | RuntimeException e) {
                        verdict = "not compared: " + e.getMessage();
                    }
                    same += verdict.startsWith("same") ? 1 : 0;
                    System.out.println(Path.of(args[i]).getFileName() + ": " + verdict);
                }
            }
        }
        System.out.println("postgis-content: files=%d same=%d".formatted(args.length - 1, same));
    }

    private static String compare(Path shp, String table, Ours ours, Peers peers, Connection connection)
            throws Exception {
        Ours.Times times = ours.load(parts(shp), table);
        ours.sweep();
        String srs = "EPSG:" + times.table().srid();
        FeatureType type = times.table().type();
        String geometry = type.geometry().title() + (type.hasZ() ? "Z" : "") + (type.hasM() ? "M" : "");
        peers.ogr2ogr(
                shp.toString(),
                table + "_ogr",
                geometry.toUpperCase(Locale.ROOT),
                "-a_srs",
                srs,
                "--config",
                "SHAPE_RESTORE_SHX",
                "YES");
        Map<String, String> mine = TableContent.of(connection, table, "fid");
        Map<String, String> theirs = TableContent.of(connection, table + "_ogr", "ogr_key");
        if (mine.equals(theirs)) {
            return "same: %s rows of %s in %s, %s, %d columns, %s"
                    .formatted(
                            mine.get("rows"),
                            geometry,
                            srs,
                            mine.get("extent"),
                            type.columns().size(),
                            mine.get("geometry"));
        }
        var differing = new StringBuilder("differs:");
        for (String name : mine.keySet()) {
            if (!Objects.equals(mine.get(name), theirs.get(name))) {
                differing.append(String.format(
                        Locale.ROOT, "%n   %s: ours %s, ogr2ogr %s", name, mine.get(name), theirs.get(name)));
            }
        }
        return differing.toString();
    }

    /** All files of that base name. */
    private static List<Path> parts(Path shp) throws IOException {
        String name = String.valueOf(shp.getFileName());
        String base = name.substring(0, name.lastIndexOf('.') + 1);
        try (Stream<Path> all = Files.list(shp.toAbsolutePath().resolveSibling("."))) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith(base))
                    .map(Path::normalize)
                    .sorted()
                    .toList();
        }
    }
}
