package org.batchuploader.geotools.crs.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Method;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.batchuploader.geotools.crs.definition.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What well-known text means: OGC 01-009 and OGC 12-063/18-010 (WKT 1, WKT 2) as GDAL, ESRI and GeoTools write them. Of a
 * compound CRS it is the horizontal part, of a bound one its source.
 */
final class WktReader {
    private static final String[] GEOGRAPHIC = {
        "GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "GEODETICCRS", "BASEGEOGCRS", "BASEGEODCRS"
    };
    private static final String[] PROJECTED = {"PROJCS", "PROJCRS", "PROJECTEDCRS"};

    private WktReader() {}

    static Optional<CrsDefinition> read(WktNode root) {
        WktNode at = root;
        for (int step = 0; step < 5; step++) {
            if (at.is(PROJECTED)) {
                return projected(at);
            } else if (at.is(GEOGRAPHIC)) {
                return geographic(at);
            }
            Optional<WktNode> inner = at.is("COMPD_CS", "COMPOUNDCRS", "BOUNDCRS", "SOURCECRS")
                    ? at.children().stream()
                            .filter(child -> child.is(PROJECTED)
                                    || child.is(GEOGRAPHIC)
                                    || child.is("SOURCECRS", "COMPD_CS", "COMPOUNDCRS", "BOUNDCRS"))
                            .findFirst()
                    : Optional.empty();
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            at = inner.get();
        }
        return Optional.empty();
    }

    private static Optional<CrsDefinition> geographic(WktNode node) {
        Optional<WktNode> system = node.child("CS");
        boolean cartesian =
                system.map(cs -> cs.name().equalsIgnoreCase("cartesian")).orElse(false);
        if (cartesian || node.child("DERIVINGCONVERSION").isPresent()) {
            return Optional.empty();
        }
        Optional<WktNode> datum = node.child("DATUM", "GEODETICDATUM", "TRF", "ENSEMBLE");
        Optional<WktNode> ellipsoid = datum.flatMap(d -> d.child("SPHEROID", "ELLIPSOID"));
        if (datum.isEmpty() || ellipsoid.isEmpty()) {
            return Optional.empty();
        }
        double a = ellipsoid.get().number(1).orElse(Double.NaN)
                * WktUnits.of(ellipsoid.get(), "LENGTHUNIT").orElse(1.0);
        double inverse = ellipsoid.get().number(2).orElse(0);
        if (!(a > 0) || inverse < 0) {
            return Optional.empty();
        }
        double unit = WktUnits.degrees(node);
        return Optional.of(new CrsDefinition(
                node.name(),
                List.of(datum.get().name()),
                node.name(),
                a,
                inverse,
                WktUnits.meridian(node, unit),
                null,
                unit,
                axes(node),
                code(node),
                area(node)));
    }

    private static Optional<CrsDefinition> projected(WktNode node) {
        Optional<CrsDefinition> base = node.child(GEOGRAPHIC).flatMap(WktReader::geographic);
        WktNode conversion = node.child("CONVERSION").orElse(node);
        Optional<WktNode> method = conversion.child("PROJECTION", "METHOD");
        if (base.isEmpty() || method.isEmpty()) {
            return Optional.empty();
        }
        CrsDefinition geographic = base.get();
        double unit = WktUnits.metres(node);
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (WktNode given : conversion.all("PARAMETER").toList()) {
            Optional<Parameter> parameter = Parameter.named(given.name());
            if (parameter.isPresent() && given.number(1).isPresent()) {
                double factor =
                        switch (parameter.get().quantity()) {
                            case ANGLE ->
                                WktUnits.of(given, "ANGLEUNIT")
                                        .map(Math::toDegrees)
                                        .orElse(geographic.unit());
                            case LENGTH -> WktUnits.of(given, "LENGTHUNIT").orElse(unit);
                            case SCALE -> WktUnits.of(given, "SCALEUNIT").orElse(1.0);
                        };
                values.put(parameter.get(), given.number(1).getAsDouble() * factor);
            }
        }
        Projection projection =
                Projection.of(method.get().name(), method(node, method.get()), values, geographic.eccentricity2());
        return Optional.of(new CrsDefinition(
                node.name(),
                geographic.datum(),
                geographic.base(),
                geographic.semiMajor(),
                geographic.inverseFlattening(),
                geographic.meridian(),
                projection,
                unit,
                axes(node),
                code(node),
                area(node)));
    }

    /** GDAL has no method for Web Mercator in WKT 1 and says it by a PROJ string instead. */
    private static Method method(WktNode node, WktNode method) {
        boolean sphere = node.all("EXTENSION")
                .flatMap(extension -> extension.values().stream())
                .anyMatch(value -> value.contains("+proj=merc") && value.contains("+b=6378137"));
        return sphere ? Method.PSEUDO_MERCATOR : Method.named(method.name());
    }

    private static String axes(WktNode node) {
        var directions = new ArrayList<String>();
        node.all("AXIS").forEach(axis -> {
            String last = axis.values().isEmpty()
                    ? ""
                    : axis.values().get(axis.values().size() - 1);
            directions.add(last.toUpperCase(Locale.ROOT));
        });
        return directions.size() < 2 ? "" : letter(directions.get(0)) + letter(directions.get(1));
    }

    private static String letter(String direction) {
        return switch (direction) {
            case "EAST" -> "E";
            case "NORTH" -> "N";
            case "SOUTH" -> "S";
            case "WEST" -> "W";
            default -> "?";
        };
    }

    private static OptionalInt code(WktNode node) {
        Optional<WktNode> id = node.child("AUTHORITY", "ID");
        if (id.isPresent() && id.get().name().equalsIgnoreCase("EPSG")) {
            double code = id.get().number(1).orElse(0);
            return code >= 1000 && code < 1e7 ? OptionalInt.of((int) code) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private static @Nullable Area area(WktNode node) {
        Optional<WktNode> usage = node.child("USAGE");
        Optional<WktNode> box = usage.isPresent() ? usage.get().child("BBOX") : node.child("BBOX");
        if (box.isEmpty() || box.get().number(3).isEmpty()) {
            return null;
        }
        WktNode b = box.get();
        return new Area(
                b.number(1).orElse(0),
                b.number(0).orElse(0),
                b.number(3).orElse(0),
                b.number(2).orElse(0));
    }
}
