package org.batchuploader.geotools.crs.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.jspecify.annotations.Nullable;

/** What the index needs of the EPSG dataset, read at build time from the database that GeoTools carries. */
final class EpsgTables {
    private static final int DEGREE_MINUTE_SECOND = 9110;

    record Crs(
            int code,
            String name,
            String kind,
            int system,
            int datum,
            int base,
            int conversion,
            int horizontal,
            boolean deprecated) {}

    record Figure(int ellipsoid, double semiMajor, double inverseFlattening, double meridian) {}

    record Use(Area area, String place) {}

    final Map<Integer, Crs> systems = new TreeMap<>();
    final Map<Integer, List<String>> aliases = new HashMap<>();
    final Map<Integer, Integer> successors = new HashMap<>();
    final Map<Integer, List<String>> datumNames = new LinkedHashMap<>();
    final Map<Integer, Figure> figures = new HashMap<>();
    final Map<Integer, Use> uses = new HashMap<>();
    final Map<Integer, Integer> methods = new HashMap<>();
    final Map<Integer, String> methodNames = new HashMap<>();
    final Map<Integer, Map<Parameter, Double>> parameters = new HashMap<>();
    final Map<Integer, Map<String, Double>> named = new HashMap<>();
    final Map<Integer, String> axes = new HashMap<>();
    final Map<Integer, Double> axisUnits = new HashMap<>();
    private final Map<Integer, Double> units = new HashMap<>();

    EpsgTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            read(
                    statement,
                    "SELECT uom_code, factor_b, factor_c, unit_of_meas_type FROM epsg_unitofmeasure"
                            + " WHERE factor_c IS NOT NULL",
                    r -> units.put(
                            r.getInt(1),
                            r.getString(4).equals("angle")
                                    ? Math.toDegrees(r.getDouble(2) / r.getDouble(3))
                                    : r.getDouble(2) / r.getDouble(3)));
            read(
                    statement,
                    "SELECT coord_ref_sys_code, coord_ref_sys_name, coord_ref_sys_kind, coord_sys_code, datum_code,"
                            + " base_crs_code, projection_conv_code, cmpd_horizcrs_code, deprecated"
                            + " FROM epsg_coordinatereferencesystem",
                    this::crs);
            read(
                    statement,
                    "SELECT object_code, alias FROM epsg_alias WHERE object_table_name ="
                            + " 'epsg_coordinatereferencesystem' AND naming_system_code <> 1046 ORDER BY alias_code",
                    r -> aliases.computeIfAbsent(r.getInt(1), k -> new ArrayList<>())
                            .add(r.getString(2)));
            read(
                    statement,
                    "SELECT object_code, replaced_by FROM epsg_deprecation WHERE object_table_name ="
                            + " 'epsg_coordinatereferencesystem' AND replaced_by IS NOT NULL",
                    r -> successors.put(r.getInt(1), r.getInt(2)));
            read(
                    statement,
                    "SELECT datum_code, datum_name FROM epsg_datum WHERE datum_type IN ('geodetic', 'ensemble',"
                            + " 'dynamic geodetic') UNION ALL SELECT object_code, alias FROM epsg_alias"
                            + " WHERE object_table_name = 'epsg_datum'",
                    r -> datumNames
                            .computeIfAbsent(r.getInt(1), k -> new ArrayList<>())
                            .add(r.getString(2)));
            read(
                    statement,
                    "SELECT d.datum_code, e.ellipsoid_code, e.semi_major_axis, e.uom_code, e.inv_flattening,"
                            + " e.semi_minor_axis, p.greenwich_longitude, p.uom_code FROM epsg_datum d"
                            + " JOIN epsg_ellipsoid e ON e.ellipsoid_code = d.ellipsoid_code"
                            + " JOIN epsg_primemeridian p ON p.prime_meridian_code = d.prime_meridian_code",
                    this::figure);
            read(
                    statement,
                    "SELECT m.datum_ensemble_code, m.datum_code FROM epsg_datumensemblemember m"
                            + " ORDER BY m.datum_sequence DESC",
                    r -> {
                        Figure member = figures.get(r.getInt(2));
                        if (member != null) {
                            figures.putIfAbsent(r.getInt(1), member);
                        }
                    });
            read(
                    statement,
                    "SELECT u.object_code, e.bbox_west_bound_lon, e.bbox_south_bound_lat, e.bbox_east_bound_lon,"
                            + " e.bbox_north_bound_lat, e.extent_name FROM epsg_usage u JOIN epsg_extent e"
                            + " ON e.extent_code = u.extent_code"
                            + " WHERE u.object_table_name = 'epsg_coordinatereferencesystem' ORDER BY u.usage_code",
                    this::use);
            read(
                    statement,
                    "SELECT o.coord_op_code, m.coord_op_method_code, m.coord_op_method_name FROM epsg_coordoperation o"
                            + " JOIN epsg_coordoperationmethod m ON m.coord_op_method_code = o.coord_op_method_code"
                            + " WHERE o.coord_op_type = 'conversion'",
                    r -> {
                        methods.put(r.getInt(1), r.getInt(2));
                        methodNames.put(r.getInt(1), r.getString(3));
                    });
            read(
                    statement,
                    "SELECT v.coord_op_code, v.parameter_code, v.parameter_value, v.uom_code, p.parameter_name"
                            + " FROM epsg_coordoperationparamvalue v JOIN epsg_coordoperationparam p"
                            + " ON p.parameter_code = v.parameter_code WHERE v.parameter_value IS NOT NULL",
                    this::parameter);
            read(
                    statement,
                    "SELECT coord_sys_code, coord_axis_orientation, uom_code FROM epsg_coordinateaxis"
                            + " ORDER BY coord_sys_code, coord_axis_order",
                    this::axis);
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
        var crs = new Crs(
                r.getInt(1),
                r.getString(2),
                r.getString(3),
                r.getInt(4),
                r.getInt(5),
                r.getInt(6),
                r.getInt(7),
                r.getInt(8),
                r.getInt(9) != 0);
        systems.put(crs.code(), crs);
    }

    private void figure(ResultSet r) throws SQLException {
        double semiMajor = r.getDouble(3) * units.getOrDefault(r.getInt(4), 1.0);
        double inverse = r.getDouble(5);
        double semiMinor = r.getDouble(6) * units.getOrDefault(r.getInt(4), 1.0);
        if (inverse == 0 && semiMinor > 0 && semiMajor - semiMinor > 1e-3) {
            inverse = semiMajor / (semiMajor - semiMinor);
        }
        figures.put(r.getInt(1), new Figure(r.getInt(2), semiMajor, inverse, value(r.getDouble(7), r.getInt(8))));
    }

    private void use(ResultSet r) throws SQLException {
        var use = new Use(new Area(r.getDouble(2), r.getDouble(3), r.getDouble(4), r.getDouble(5)), r.getString(6));
        uses.merge(r.getInt(1), use, (a, b) -> a.area().size() >= b.area().size() ? a : b);
    }

    private void parameter(ResultSet r) throws SQLException {
        double value = value(r.getDouble(3), r.getInt(4));
        int operation = r.getInt(1);
        named.computeIfAbsent(operation, k -> new HashMap<>()).put(r.getString(5), value);
        Parameter.coded(r.getInt(2)).ifPresent(parameter -> parameters
                .computeIfAbsent(operation, k -> new EnumMap<>(Parameter.class))
                .put(parameter, value));
    }

    private void axis(ResultSet r) throws SQLException {
        String orientation = r.getString(2).toLowerCase(Locale.ROOT);
        String letter =
                switch (orientation) {
                    case "east", "north", "south", "west" ->
                        orientation.substring(0, 1).toUpperCase(Locale.ROOT);
                    default -> "?";
                };
        axes.merge(r.getInt(1), letter, String::concat);
        axisUnits.putIfAbsent(r.getInt(1), units.getOrDefault(r.getInt(3), 1.0));
    }

    private double value(double value, int unit) {
        return unit == DEGREE_MINUTE_SECOND ? degrees(value) : value * units.getOrDefault(unit, 1.0);
    }

    /** From degrees, minutes and seconds written in one number, {@code 7.26225} for 7 degrees 26 minutes 22.5 seconds. */
    static double degrees(double packed) {
        BigDecimal number = BigDecimal.valueOf(Math.abs(packed));
        BigDecimal[] degrees = number.divideAndRemainder(BigDecimal.ONE);
        BigDecimal[] minutes = degrees[1].movePointRight(2).divideAndRemainder(BigDecimal.ONE);
        BigDecimal seconds = minutes[1].movePointRight(2);
        double result = degrees[0]
                .add(minutes[0].divide(BigDecimal.valueOf(60), MathContext.DECIMAL64))
                .add(seconds.divide(BigDecimal.valueOf(3600), MathContext.DECIMAL64))
                .doubleValue();
        return packed < 0 ? -result : result;
    }

    /** The datum of a CRS, its own or that of the one it rests on. */
    int datum(Crs crs) {
        @Nullable Crs at = crs;
        for (int step = 0; at != null && step < 8; step++) {
            if (at.datum() != 0) {
                return at.datum();
            }
            at = systems.get(at.base());
        }
        return 0;
    }
}
