package org.batchuploader.benchmarks.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batchuploader.jdbc.JdbcSettings;

/** What plain SQL does: pgbench claims 50 rows of one table and deletes them, a commit for each, without order or turns. */
final class Ceiling {
    private static final int AT_ONCE = 50;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String SCRIPT =
            """
            WITH c AS (SELECT id FROM ceiling WHERE state = 0 ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED),
                 u AS (UPDATE ceiling q SET state = 1 FROM c WHERE q.id = c.id RETURNING q.id)
            SELECT COALESCE(array_agg(id), '{}') AS ids FROM u \\gset
            DELETE FROM ceiling WHERE id = ANY(':ids'::bigint[]);
            """;

    private final JdbcSettings settings;
    private final int port;

    Ceiling(JdbcSettings settings, int port) {
        this.settings = settings;
        this.port = port;
    }

    /** Tasks a second with so many clients. */
    double measure(int clients, int seconds, int rows) throws IOException, InterruptedException {
        Sql.execute(
                settings,
                "DROP TABLE IF EXISTS ceiling",
                "CREATE TABLE ceiling (id BIGINT PRIMARY KEY, state SMALLINT NOT NULL, payload TEXT NOT NULL)",
                "INSERT INTO ceiling SELECT n, 0, 'nothing' FROM generate_series(1, " + rows + ") AS s (n)",
                "CREATE INDEX ON ceiling (id) WHERE state = 0",
                "VACUUM ANALYZE ceiling");
        Path script = Files.createTempFile("ceiling", ".sql");
        try {
            Files.writeString(script, SCRIPT);
            String database = settings.url().substring(settings.url().lastIndexOf('/') + 1);
            Process process = new ProcessBuilder(
                            program().toString(),
                            "-n",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(port),
                            "-U",
                            settings.user(),
                            "-c",
                            Integer.toString(clients),
                            "-T",
                            Integer.toString(seconds),
                            "-f",
                            script.toString(),
                            database)
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = TPS.matcher(told);
            if (process.waitFor() != 0 || !found.find()) {
                throw new IOException("pgbench: " + told);
            }
            return Double.parseDouble(found.group(1)) * AT_ONCE;
        } finally {
            Files.delete(script);
        }
    }

    private static Path program() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        List<Path> folders = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")).map(Path::of), versions(debian))
                .toList();
        return folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IOException("run queue: needs pgbench; on Debian: apt-get install postgresql-contrib"));
    }

    private static Stream<Path> versions(Path debian) throws IOException {
        if (!Files.isDirectory(debian)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.list(debian)) {
            return found.map(version -> version.resolve("bin")).toList().stream();
        }
    }
}
