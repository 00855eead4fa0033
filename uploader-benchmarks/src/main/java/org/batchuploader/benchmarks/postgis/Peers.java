package org.batchuploader.benchmarks.postgis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The two programs people load shapefiles with.
 *
 * @param work folder for what is unpacked, and for what they say
 */
record Peers(Path work, int port, String database, String user) {
    /**
     * Makes a table with the key {@code ogr_key}.
     *
     * @param type of the geometries, as it calls them
     */
    void ogr2ogr(String source, String table, String type, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "ogr2ogr",
                "-f",
                "PostgreSQL",
                "PG:host=127.0.0.1 port=%d user=%s dbname=%s".formatted(port, user, database),
                source,
                "-nln",
                table,
                "-nlt",
                type,
                "-lco",
                "GEOMETRY_NAME=the_geom",
                "-lco",
                "FID=ogr_key",
                "--config",
                "PG_USE_COPY",
                "YES"));
        command.addAll(List.of(more));
        run(command);
    }

    /** Unpacks, makes SQL of it and hands that to {@code psql}; statistics are part of it. */
    void shp2pgsql(Path zip, String name, String table) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("unpacked"));
        run(List.of(
                "bash",
                "-ec",
                "set -o pipefail; unzip -qo %s -d %s; shp2pgsql -D -I -s 4326 -g the_geom -W UTF-8 %s %s 2>/dev/null | psql -qX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p %d -U %s -d %s >/dev/null"
                        .formatted(zip, folder, folder.resolve(name + ".shp"), table, port, user, database)));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = work.resolve("peer.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            String message = Files.readString(said, StandardCharsets.ISO_8859_1);
            throw new IOException(
                    command.get(0) + ": " + message.lines().findFirst().orElse(""));
        }
    }
}
