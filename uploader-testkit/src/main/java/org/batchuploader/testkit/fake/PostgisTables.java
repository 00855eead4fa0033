package org.batchuploader.testkit.fake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;

/**
 * Tables of a real PostGIS, read as GeoServer reads them: with the connection of the store, each time anew. What that connection
 * may not see is not there.
 */
public final class PostgisTables implements FakeTables {
    @Override
    public Optional<Table> find(Map<String, String> connection, String table) {
        String url = "jdbc:postgresql://%s:%s/%s?connectTimeout=5&socketTimeout=60"
                .formatted(connection.get("host"), connection.get("port"), connection.get("database"));
        try (Connection database = DriverManager.getConnection(
                url, connection.getOrDefault("user", ""), connection.getOrDefault("passwd", ""))) {
            String schema = connection.getOrDefault("schema", "public");
            Optional<String> type = type(database, schema, table);
            return type.isEmpty() ? Optional.empty() : Optional.of(table(database, schema, table, type.get()));
        } catch (SQLException noDatabaseOrNoRight) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(Connection database, String schema, String table) throws SQLException {
        try (PreparedStatement asked = database.prepareStatement(
                "SELECT type FROM geometry_columns WHERE f_table_schema = ? AND f_table_name = ?")) {
            asked.setString(1, schema);
            asked.setString(2, table);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1).toLowerCase(Locale.ROOT)) : Optional.empty();
            }
        }
    }

    private static Table table(Connection database, String schema, String table, String type) throws SQLException {
        String sql =
                """
                SELECT count(*), ST_XMin(ST_Extent(the_geom)), ST_YMin(ST_Extent(the_geom)),
                       ST_XMax(ST_Extent(the_geom)), ST_YMax(ST_Extent(the_geom))
                FROM %s.%s"""
                        .formatted(quoted(schema), quoted(table));
        try (PreparedStatement asked = database.prepareStatement(sql);
                ResultSet row = asked.executeQuery()) {
            row.next();
            String kind = type.contains("point") ? "point" : type.contains("line") ? "line" : "polygon";
            var extent = new Envelope(row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
            return new Table(row.getLong(1), extent, kind);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
