package org.batchuploader.geotools.geopackage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.jspecify.annotations.Nullable;

/** What a GeoPackage says of itself in its tables {@code gpkg_*} (OGC 12-128, chapters 1.1 and 2.1). */
record Contents(List<Layer> layers, boolean tiles) {
    /**
     * A table of features.
     *
     * @param crs a code, or well-known text; empty when undefined
     */
    record Layer(String table, String geometryColumn, String geometryType, String crs) {
        /** Absent when the declared type leaves it open. */
        @Nullable Family family() {
            return switch (geometryType.toUpperCase(Locale.ROOT)) {
                case "POINT", "MULTIPOINT" -> Family.POINT;
                case "LINESTRING", "MULTILINESTRING" -> Family.LINE;
                case "POLYGON", "MULTIPOLYGON" -> Family.POLYGON;
                default -> null;
            };
        }
    }

    static Contents of(Database database) throws IOException, DamagedFile {
        Map<Long, String> systems = systems(database);
        List<Layer> layers = new ArrayList<>();
        Database.Table geometries = table(database, "gpkg_geometry_columns");
        int name = column(geometries, "table_name");
        int column = column(geometries, "column_name");
        int type = column(geometries, "geometry_type_name");
        int srs = column(geometries, "srs_id");
        if (geometries.root() > 0) {
            database.scan(geometries, (number, row) -> {
                long id = row.value(srs) instanceof Long l ? l : -1;
                layers.add(new Layer(row.text(name), row.text(column), row.text(type), systems.getOrDefault(id, "")));
            });
        }
        boolean tiles = database.table("gpkg_tile_matrix").isPresent();
        return new Contents(List.copyOf(layers), tiles);
    }

    private static Map<Long, String> systems(Database database) throws IOException, DamagedFile {
        Map<Long, String> systems = new HashMap<>();
        Database.Table table = table(database, "gpkg_spatial_ref_sys");
        int id = column(table, "srs_id");
        int organization = column(table, "organization");
        int code = column(table, "organization_coordsys_id");
        int definition = column(table, "definition");
        database.scan(table, (number, row) -> {
            Object key = table.columns().get(id).isRowNumber() ? (Long) number : row.value(id);
            if (key instanceof Long srs && srs > 0) {
                boolean epsg = row.text(organization).equalsIgnoreCase("EPSG");
                systems.put(srs, epsg ? "EPSG:" + row.text(code) : row.text(definition));
            }
        });
        return systems;
    }

    /** A database without the tables of a GeoPackage is none; one without features has no geometry columns. */
    private static Database.Table table(Database database, String name) throws DamagedFile {
        if (name.equals("gpkg_geometry_columns")
                && database.table("gpkg_contents").isPresent()) {
            return database.table(name)
                    .orElseGet(() -> new Database.Table(
                            name, 0, TableColumns.of("t(table_name, column_name, geometry_type_name, srs_id)")));
        }
        return database.table(name)
                .filter(table -> table.root() > 0)
                .orElseThrow(() -> new DamagedFile(
                        ProblemCode.FORMAT_UNSUPPORTED,
                        "%s is a SQLite database, but no GeoPackage: it has no table %s."
                                .formatted(database.name(), name)));
    }

    private static int column(Database.Table table, String name) throws DamagedFile {
        int column = table.column(name);
        if (column < 0) {
            throw new DamagedFile("The table %s has no column %s.".formatted(table.name(), name));
        }
        return column;
    }
}
