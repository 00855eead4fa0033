package org.batchuploader.benchmarks.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a table, in few words: count, extent, sums of areas and lengths, and a checksum of each column that knows
 * which value is in which row. Numbers and truth values count by what they mean, whatever type they have.
 */
final class TableContent {
    private static final int FIXED = 7;

    private TableContent() {}

    /** By what it is of; columns by their place, since each program has its own names for them. */
    static Map<String, String> of(Connection connection, String table, String key) throws SQLException {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("rows", "count(*)");
        wanted.put("extent", "ST_Extent(the_geom)");
        wanted.put("sum of areas", "sum(ST_Area(the_geom)::numeric)");
        wanted.put("sum of lengths", "sum(ST_Length(the_geom)::numeric)");
        wanted.put("srid", "min(ST_SRID(the_geom))");
        wanted.put("type", "min(GeometryType(the_geom) || ' ' || ST_NDims(the_geom))");
        wanted.put("geometry", sum("encode(ST_AsBinary(the_geom), 'hex')", key));
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> column :
                    columns(statement, table, key).entrySet()) {
                String name = '"' + column.getKey() + '"';
                String value =
                        switch (column.getValue()) {
                            case "numeric", "bigint", "integer", "smallint", "double precision" ->
                                "trim_scale(" + name + "::numeric)::text";
                            case "boolean" -> "CASE WHEN " + name + " THEN 'T' WHEN NOT " + name + " THEN 'F' END";
                            default -> name + "::text";
                        };
                wanted.put("column " + (wanted.size() - FIXED + 1), sum(value, key));
            }
            List<String> selected = new ArrayList<>(wanted.values());
            try (ResultSet row =
                    statement.executeQuery("SELECT " + String.join(", ", selected) + " FROM \"" + table + '"')) {
                row.next();
                var content = new LinkedHashMap<String, String>();
                for (String name : wanted.keySet()) {
                    content.put(name, String.valueOf(row.getString(content.size() + 1)));
                }
                return content;
            }
        }
    }

    private static String sum(String value, String key) {
        return "sum(hashtextextended(%s || '=' || coalesce(%s, 'nothing'), 0)::numeric) || ' of ' || count(%s)"
                .formatted(key, value, value);
    }

    private static Map<String, String> columns(Statement statement, String table, String key) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '%s' AND column_name NOT IN ('%s', 'the_geom') ORDER BY ordinal_position"
                        .formatted(table, key))) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }
}
