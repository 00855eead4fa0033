package org.batchuploader.postgis;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureType;

/**
 * The statements of one table's life. Names of a table and its indexes have a hyphen where they are ours alone: no layer's
 * name has one, so that {@code roads-new} is nobody's table.
 *
 * @param extension the schema PostGIS is in
 */
record TableSql(String extension, String schema, String table) {
    /** How the comment begins by which a table is known as ours. */
    static final String MARK = "Batch Uploader";

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String named(String name) {
        return quoted(schema) + "." + quoted(name);
    }

    /** The table that is seen. */
    String name() {
        return named(table);
    }

    private String fresh() {
        return named(table + "-new");
    }

    String createSchema() {
        return "CREATE SCHEMA IF NOT EXISTS " + quoted(schema);
    }

    String create(FeatureType type, int srid) {
        String columns = type.columns().stream()
                .map(column -> quoted(column.name()) + " " + type(column) + ", ")
                .collect(joining());
        return "CREATE TABLE %s (%s integer NOT NULL, %s%s %s.geometry(%s%s%s, %d))"
                .formatted(
                        fresh(),
                        quoted(LoadedTable.KEY),
                        columns,
                        quoted(LoadedTable.GEOMETRY),
                        quoted(extension),
                        type.geometry().title(),
                        type.hasZ() ? "Z" : "",
                        type.hasM() ? "M" : "",
                        srid);
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "varchar(" + Math.max(1, column.width()) + ")";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case DECIMAL -> "numeric";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
        };
    }

    /** Rows are frozen, which spares the server to write them again later; the table must be of the same transaction. */
    String copy() {
        return "COPY " + fresh() + " FROM STDIN (FORMAT binary, FREEZE)";
    }

    /** What makes the loaded table fit to be used, in this order. */
    List<String> complete() {
        return List.of(
                "ALTER TABLE %s ADD CONSTRAINT %s PRIMARY KEY (%s)"
                        .formatted(fresh(), quoted(table + "-new-pk"), quoted(LoadedTable.KEY)),
                "CREATE INDEX %s ON %s USING gist (%s)"
                        .formatted(quoted(table + "-new-gx"), fresh(), quoted(LoadedTable.GEOMETRY)),
                "ANALYZE " + fresh());
    }

    /** @param layer whose table it is */
    String mark(String layer) {
        return "COMMENT ON TABLE " + fresh() + " IS '" + MARK + ": layer " + layer.replace("'", "''") + "'";
    }

    String grant(String role) {
        return "GRANT SELECT ON " + fresh() + " TO " + quoted(role);
    }

    String grantSchema(String role) {
        return "GRANT USAGE ON SCHEMA " + quoted(schema) + " TO " + quoted(role);
    }

    String drop() {
        return "DROP TABLE IF EXISTS " + name();
    }

    /** Once there is no table of that name any more. */
    List<String> rename() {
        return List.of(
                "ALTER TABLE " + fresh() + " RENAME TO " + quoted(table),
                "ALTER INDEX " + named(table + "-new-pk") + " RENAME TO " + quoted(table + "-pk"),
                "ALTER INDEX " + named(table + "-new-gx") + " RENAME TO " + quoted(table + "-gx"));
    }
}
