package org.batchuploader.app.together;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;

/**
 * A database for layers as docs/postgis.md has an administrator make it: one role that loads and one, GeoServer's, that reads.
 * It is asked beside the service.
 */
record LayerDatabase(EmbeddedPostgres server, String name) {
    private static final String SCHEMA = "layers";
    private static final String NONE = "none";

    static LayerDatabase make(EmbeddedPostgres server) throws SQLException {
        var database = new LayerDatabase(server, server.createDatabase());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION postgis");
            statement.execute("CREATE ROLE uploader LOGIN");
            statement.execute("CREATE ROLE geoserver LOGIN");
            statement.execute("CREATE SCHEMA " + SCHEMA + " AUTHORIZATION uploader");
        }
        return database;
    }

    /** What the service is told of it. */
    Map<String, String> environment() {
        return Map.of(
                "UPLOADER_GEOSERVER_DATA", "postgis",
                "UPLOADER_POSTGIS_HOST", "127.0.0.1",
                "UPLOADER_POSTGIS_PORT", Integer.toString(server.port()),
                "UPLOADER_POSTGIS_DATABASE", name,
                "UPLOADER_POSTGIS_SCHEMA", SCHEMA,
                "UPLOADER_POSTGIS_USER", "uploader",
                "UPLOADER_POSTGIS_PASSWORD", "everybody is trusted here",
                "UPLOADER_POSTGIS_USERTHERE", "geoserver",
                "UPLOADER_POSTGIS_PASSWORDTHERE", "everybody is trusted here");
    }

    /** Rows, type and CRS of the geometries, primary key and spatial index of a table; {@code none} without it. */
    String described(String table) throws SQLException {
        String found = first(
                """
                SELECT type || ' in ' || srid FROM geometry_columns
                WHERE f_table_schema = 'layers' AND f_table_name = ?""",
                table);
        return found.equals(NONE)
                ? NONE
                : "%d %s, key %s, gist %s".formatted(count(table), found, key(table), spatialIndex(table));
    }

    /** Tables of every layer, and whatever else there is among them. */
    List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
                                + " WHERE nspname = 'layers' AND relkind = 'r' ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Every number of rows that somebody sees who asks again and again while the work is done. */
    Set<Long> countsDuring(String table, Callable<?> work) throws Exception {
        ExecutorService onlooker = Executors.newSingleThreadExecutor();
        try {
            var done = new AtomicBoolean();
            Future<Set<Long>> seen = onlooker.submit(() -> watch(table, done));
            try {
                work.call();
            } finally {
                done.set(true);
            }
            return seen.get();
        } finally {
            onlooker.shutdownNow();
        }
    }

    private Set<Long> watch(String table, AtomicBoolean done) throws SQLException {
        Set<Long> seen = new TreeSet<>();
        try (Connection connection = connect();
                PreparedStatement asked = connection.prepareStatement(countOf(table))) {
            boolean last;
            do {
                last = done.get();
                try (ResultSet row = asked.executeQuery()) {
                    row.next();
                    seen.add(row.getLong(1));
                }
            } while (!last);
        }
        return seen;
    }

    private long count(String table) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement asked = connection.prepareStatement(countOf(table));
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String countOf(String table) {
        return "SELECT count(*) FROM " + SCHEMA + ".\"" + table + "\"";
    }

    private String key(String table) throws SQLException {
        return first(
                """
                SELECT attname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                WHERE t.relnamespace = 'layers'::regnamespace AND i.indisprimary AND t.relname = ?""",
                table);
    }

    private String spatialIndex(String table) throws SQLException {
        return first(
                """
                SELECT attname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                WHERE t.relnamespace = 'layers'::regnamespace AND m.amname = 'gist' AND t.relname = ?""",
                table);
    }

    private String first(String sql, String table) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement asked = connection.prepareStatement(sql)) {
            asked.setString(1, table);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() ? row.getString(1) : NONE;
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(name), EmbeddedPostgres.USER, "");
    }
}
