package org.batchuploader.geotools.crs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.geotools.crs.EpsgEntry.Origin;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jspecify.annotations.Nullable;

/** Reads what we need of the EPSG dataset in one go, from the database that GeoTools has unpacked. */
final class EpsgTables {
    private static final String CRS = "SELECT coord_ref_sys_code, coord_ref_sys_name, coord_ref_sys_kind, datum_code,"
            + " base_crs_code, projection_conv_code, deprecated FROM epsg_coordinatereferencesystem"
            + " WHERE coord_ref_sys_kind IN ('projected', 'geographic 2D', 'geographic 3D', 'geocentric')";
    private static final String AREAS = "SELECT u.object_code, e.bbox_west_bound_lon, e.bbox_south_bound_lat,"
            + " e.bbox_east_bound_lon, e.bbox_north_bound_lat FROM epsg_usage u JOIN epsg_extent e"
            + " ON e.extent_code = u.extent_code WHERE u.object_table_name = 'epsg_coordinatereferencesystem'";
    private static final String PARAMETERS = "SELECT coord_op_code, parameter_code, parameter_value, uom_code"
            + " FROM epsg_coordoperationparamvalue WHERE parameter_code IN"
            + " (8801, 8802, 8806, 8807, 8811, 8812, 8816, 8817, 8821, 8822, 8826, 8827, 8833)";
    private static final String UNITS =
            "SELECT uom_code, factor_b, factor_c FROM epsg_unitofmeasure WHERE factor_c IS NOT NULL";
    private static final String DATUM_NAMES = "SELECT datum_code, datum_name FROM epsg_datum"
            + " WHERE datum_type IN ('geodetic', 'ensemble', 'dynamic geodetic') UNION ALL"
            + " SELECT object_code, alias FROM epsg_alias WHERE object_table_name = 'epsg_datum'";
    private static final int DEGREE_MINUTE_SECOND = 9110;

    private record Row(int code, String name, String kind, int datum, int base, int conversion, boolean deprecated) {}

    private final Map<Integer, Row> rows = new HashMap<>();
    private final Map<Integer, Area> areas = new HashMap<>();
    private final Map<Integer, double[]> origins = new HashMap<>();
    private final Map<Integer, Double> units = new HashMap<>();
    private final Map<Integer, List<String>> datumNames = new HashMap<>();

    EpsgTables(Path database) throws SQLException {
        var source = new JDBCDataSource();
        source.setDatabase("jdbc:hsqldb:file:" + database);
        source.setUser("SA");
        source.setPassword("");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            read(statement, CRS, this::crs);
            read(statement, AREAS, this::area);
            read(statement, UNITS, r -> units.put(r.getInt(1), r.getDouble(2) / r.getDouble(3)));
            read(statement, PARAMETERS, this::parameter);
            read(statement, DATUM_NAMES, r -> datumNames
                    .computeIfAbsent(r.getInt(1), k -> new ArrayList<>())
                    .add(r.getString(2)));
        }
    }

    @FunctionalInterface
    private interface Reading {
        void row(ResultSet result) throws SQLException;
    }

    private static void read(Statement statement, String sql, Reading reading) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                reading.row(result);
            }
        }
    }

    private void crs(ResultSet r) throws SQLException {
        rows.put(
                r.getInt(1),
                new Row(
                        r.getInt(1),
                        r.getString(2),
                        r.getString(3),
                        r.getInt(4),
                        r.getInt(5),
                        r.getInt(6),
                        r.getInt(7) != 0));
    }

    private void area(ResultSet r) throws SQLException {
        var area = new Area(r.getDouble(2), r.getDouble(3), r.getDouble(4), r.getDouble(5));
        areas.merge(r.getInt(1), area, (a, b) -> a.size() >= b.size() ? a : b);
    }

    private void parameter(ResultSet r) throws SQLException {
        int slot =
                switch (r.getInt(2)) {
                    case 8802, 8812, 8822, 8833 -> 0;
                    case 8801, 8811, 8821 -> 1;
                    case 8806, 8816, 8826 -> 2;
                    default -> 3;
                };
        double[] origin = origins.computeIfAbsent(r.getInt(1), k -> new double[4]);
        double value = r.getDouble(3);
        int unit = r.getInt(4);
        if (unit == DEGREE_MINUTE_SECOND) {
            origin[slot] = degrees(value);
        } else {
            double factor = units.getOrDefault(unit, 1.0);
            origin[slot] = slot < 2 ? Math.toDegrees(value * factor) : value * factor;
        }
    }

    /** From degrees, minutes and seconds written in one number, {@code 7.26225} for 7 degrees 26 minutes 22.5 seconds. */
    static double degrees(double packed) {
        long units = Math.round(Math.abs(packed) * 1e10);
        long degrees = units / 10_000_000_000L;
        long minutes = units / 100_000_000L % 100;
        double seconds = units % 100_000_000L / 1e6;
        return Math.copySign(degrees + minutes / 60.0 + seconds / 3600, packed);
    }

    /** The two-dimensional ones, by code. */
    Map<Integer, EpsgEntry> entries() {
        var entries = new HashMap<Integer, EpsgEntry>();
        for (Row row : rows.values()) {
            boolean projected = row.kind().equals("projected");
            if (projected || row.kind().equals("geographic 2D")) {
                entries.put(
                        row.code(),
                        new EpsgEntry(
                                row.code(),
                                row.name(),
                                row.deprecated(),
                                projected ? row.base() : row.code(),
                                datum(row),
                                projected ? origin(row.conversion()) : null,
                                areas.get(row.code())));
            }
        }
        return entries;
    }

    private int datum(Row row) {
        @Nullable Row at = row;
        for (int step = 0; at != null && step < 8; step++) {
            if (at.datum() != 0) {
                return at.datum();
            }
            at = rows.get(at.base());
        }
        return 0;
    }

    private Origin origin(int conversion) {
        double[] o = origins.getOrDefault(conversion, new double[4]);
        return new Origin(o[0], o[1], o[2], o[3]);
    }

    /** Names and aliases of each datum. */
    Map<Integer, List<String>> datumNames() {
        return datumNames;
    }
}
