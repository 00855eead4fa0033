package org.batchuploader.benchmarks.postgis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.batchuploader.benchmarks.inspect.BigShapefile;
import org.batchuploader.benchmarks.inspect.OgrInfo;
import org.batchuploader.postgis.PostgisSettings;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.batchuploader.testkit.postgres.SystemPostgis;

/**
 * One million polygons from a zip to a table with primary key, spatial index and statistics, on this machine's PostgreSQL
 * with PostGIS: by us in this process, by {@code ogr2ogr} with {@code COPY}, and by {@code unzip}, {@code shp2pgsql -D} and
 * {@code psql}. One server, its settings as they come (forced to disk, logged tables); they take turns, with a checkpoint
 * before each; medians count.
 */
public final class PostgisBenchmark {
    private static final int ROUNDS = 5;
    private static final String USER = EmbeddedPostgres.USER;

    private final Path zip;
    private final int features;
    private final Connection connection;
    private final Ours ours;
    private final Peers peers;

    private PostgisBenchmark(Path zip, int features, Connection connection, Ours ours, Peers peers) {
        this.zip = zip;
        this.features = features;
        this.connection = connection;
        this.ours = ours;
        this.peers = peers;
    }

    /** @param args the folder of the checkout, then how many polygons */
    public static void main(String[] args) throws Exception {
        int features = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Path folder = Path.of(args[0], "uploader-benchmarks", "target");
        List<Path> files = BigShapefile.write(folder.resolve("inspect").resolve(Integer.toString(features)), features);
        Path work = Files.createDirectories(folder.resolve("postgis"));
        Path zip = zip(files, work.resolve("big-" + features + ".zip"));
        Path programs = SystemPostgis.programs()
                .orElseThrow(() -> new IllegalStateException("run postgis: needs PostGIS; " + SystemPostgis.REMEDY));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(programs, true)) {
            String database = server.createDatabase();
            var settings = PostgisSettings.of("127.0.0.1", server.port(), database, USER, "");
            try (Connection connection = DriverManager.getConnection(server.url(database), USER, "");
                    Ours ours = new Ours(work.resolve("blobs"), settings)) {
                new PostgisBenchmark(zip, features, connection, ours, new Peers(work, server.port(), database, USER))
                        .run();
            }
        }
    }

    private static Path zip(List<Path> files, Path target) throws IOException {
        if (Files.exists(target)) {
            return target;
        }
        Path unfinished = target.resolveSibling("unfinished.zip");
        try (OutputStream out = Files.newOutputStream(unfinished);
                var zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return Files.move(unfinished, target);
    }

    private void run() throws Exception {
        execute("CREATE EXTENSION postgis");
        print(
                "%,d polygons x 12 points, 8 fields: zip of %.0f MB; heap at most %d MB; %d processors; Java %s; %s; %s",
                features,
                Files.size(zip) / 1e6,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                OgrInfo.version().replaceAll(",.*", ""),
                ask(
                        "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()"
                                + " || ', fsync ' || current_setting('fsync') || ', shared_buffers ' || current_setting('shared_buffers')"));
        long[] us = new long[ROUNDS];
        long[] ogr = new long[ROUNDS];
        long[] shp = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            prepare("big");
            Ours.Times times = ours.load(List.of(zip), "big");
            us[round] = times.all();
            prepare("big_ogr");
            ogr[round] = timed(this::ogr2ogr);
            prepare("big_shp");
            shp[round] = timed(() -> peers.shp2pgsql(zip, "big", "big_shp"));
            print(
                    "round %d: ours %.0f ms (unpack %.0f, inspect %.0f, load %.0f), ogr2ogr %.0f ms, unzip + shp2pgsql | psql %.0f ms",
                    round + 1,
                    us[round] / 1e6,
                    times.unpack() / 1e6,
                    times.inspect() / 1e6,
                    times.load() / 1e6,
                    ogr[round] / 1e6,
                    shp[round] / 1e6);
        }
        boolean same = compare();
        double best = Math.min(median(ogr), median(shp));
        print(
                "postgis: ratio=%.2f ours_ms=%.0f ogr2ogr_ms=%.0f shp2pgsql_ms=%.0f same_content=%s",
                best / median(us), median(us), median(ogr), median(shp), same);
        if (!same) {
            throw new IllegalStateException("the tables differ");
        }
    }

    /** Its table has no statistics yet. */
    private void ogr2ogr() throws Exception {
        peers.ogr2ogr("/vsizip/" + zip + "/big.shp", "big_ogr", "MULTIPOLYGON");
        execute("ANALYZE big_ogr");
    }

    private void prepare(String table) throws Exception {
        ours.sweep();
        execute("DROP TABLE IF EXISTS " + table);
        execute("CHECKPOINT");
    }

    /** What can throw anything. */
    private interface Work {
        void run() throws Exception;
    }

    private static long timed(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private boolean compare() throws SQLException {
        Map<String, String> mine = TableContent.of(connection, "big", "fid");
        Map<String, String> ogr = TableContent.of(connection, "big_ogr", "ogr_key");
        Map<String, String> shp = TableContent.of(connection, "big_shp", "gid");
        print("ours: %s", mine);
        print("ogr2ogr: %s", mine.equals(ogr) ? "the same in all of them" : ogr);
        print("shp2pgsql: %s", mine.equals(shp) ? "the same in all of them" : shp);
        return mine.equals(ogr);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
