package org.batchuploader.geotools.raster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Method;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.batchuploader.geotools.crs.definition.Projection;
import org.batchuploader.geotools.crs.index.CrsIndex;
import org.jspecify.annotations.Nullable;

/** A CRS that geokeys define by its parameters, OGC GeoTIFF 1.1, annexes B and C. */
final class GeoKeyCrs {
    private static final Pattern DATUM = Pattern.compile("Datum = ([^|]*)");
    private static final Pattern NAME = Pattern.compile("(?:GCS|PCS) Name = ([^|]*)");

    private static final Map<Integer, Parameter> PARAMETERS = Map.ofEntries(
            Map.entry(3078, Parameter.PARALLEL_1),
            Map.entry(3079, Parameter.PARALLEL_2),
            Map.entry(3080, Parameter.LONGITUDE),
            Map.entry(3081, Parameter.LATITUDE),
            Map.entry(3082, Parameter.EASTING),
            Map.entry(3083, Parameter.NORTHING),
            Map.entry(3084, Parameter.LONGITUDE),
            Map.entry(3085, Parameter.FALSE_LATITUDE),
            Map.entry(3086, Parameter.EASTING),
            Map.entry(3087, Parameter.NORTHING),
            Map.entry(3088, Parameter.LONGITUDE),
            Map.entry(3089, Parameter.LATITUDE),
            Map.entry(3090, Parameter.EASTING),
            Map.entry(3091, Parameter.NORTHING),
            Map.entry(3092, Parameter.SCALE),
            Map.entry(3093, Parameter.SCALE),
            Map.entry(3094, Parameter.AZIMUTH),
            Map.entry(3095, Parameter.LONGITUDE),
            Map.entry(3096, Parameter.GRID_ANGLE));

    /** The names of methods by their number, which Method knows. */
    private static final Map<Integer, String> METHODS = Map.ofEntries(
            Map.entry(1, "Transverse_Mercator"),
            Map.entry(3, "Hotine_Oblique_Mercator"),
            Map.entry(4, "Laborde_Oblique_Mercator"),
            Map.entry(5, "Swiss_Oblique_Mercator"),
            Map.entry(7, "Mercator"),
            Map.entry(8, "Lambert_Conformal_Conic_2SP"),
            Map.entry(9, "Lambert_Conformal_Conic_1SP"),
            Map.entry(10, "Lambert_Azimuthal_Equal_Area"),
            Map.entry(11, "Albers_Conic_Equal_Area"),
            Map.entry(12, "Azimuthal_Equidistant"),
            Map.entry(13, "Equidistant_Conic"),
            Map.entry(14, "Stereographic"),
            Map.entry(15, "Polar_Stereographic"),
            Map.entry(16, "Oblique_Stereographic"),
            Map.entry(17, "Equirectangular"),
            Map.entry(18, "Cassini_Soldner"),
            Map.entry(22, "Polyconic"),
            Map.entry(23, "Robinson"),
            Map.entry(24, "Sinusoidal"),
            Map.entry(26, "New_Zealand_Map_Grid"),
            Map.entry(27, "Transverse_Mercator_South_Orientated"),
            Map.entry(28, "Cylindrical_Equal_Area"),
            Map.entry(9815, "Hotine_Oblique_Mercator_Azimuth_Center"));

    private static final Map<Integer, double[]> ELLIPSOIDS = Map.of(
            7030, new double[] {6378137, 298.257223563},
            7019, new double[] {6378137, 298.257222101},
            7004, new double[] {6377397.155, 299.1528128},
            7008, new double[] {6378206.4, 294.978698213898},
            7012, new double[] {6378249.145, 293.465},
            7022, new double[] {6378388, 297},
            7024, new double[] {6378245, 298.3},
            7001, new double[] {6377563.396, 299.3249646});

    private final GeoKeys keys;

    private GeoKeyCrs(GeoKeys keys) {
        this.keys = keys;
    }

    /** Absent when the keys leave out the ellipsoid or the method. */
    static Optional<CrsDefinition> of(GeoKeys keys) {
        return new GeoKeyCrs(keys).definition();
    }

    private Optional<CrsDefinition> definition() {
        Optional<CrsDefinition> geographic = geographic();
        boolean projected = keys.number(1024) == 1 || keys.number(3072) != 0;
        if (geographic.isEmpty() || !projected) {
            return geographic;
        }
        CrsDefinition base = geographic.get();
        Optional<Projection> projection = projection(base.eccentricity2());
        return projection.map(p -> new CrsDefinition(
                name(3073, name(1026, "")),
                base.datum(),
                base.base(),
                base.semiMajor(),
                base.inverseFlattening(),
                base.meridian(),
                p,
                metres(),
                "",
                OptionalInt.empty(),
                null));
    }

    private Optional<CrsDefinition> geographic() {
        CrsIndex index = CrsIndex.instance();
        Optional<CrsDefinition> coded = index.definition(keys.number(2048));
        if (coded.isPresent()) {
            return coded;
        }
        Optional<CrsDefinition> datum = index.ofDatum(keys.number(2050));
        double[] figure = figure(datum);
        if (figure == null) {
            return Optional.empty();
        }
        String citation = keys.text(2049);
        Matcher named = DATUM.matcher(citation);
        List<String> names = datum.map(CrsDefinition::datum).orElse(named.find() ? List.of(named.group(1)) : List.of());
        return Optional.of(new CrsDefinition(
                name(2049, ""),
                names,
                name(2049, ""),
                figure[0],
                figure[1],
                keys.real(2061, datum.map(CrsDefinition::meridian).orElse(0.0)),
                null,
                1,
                "",
                OptionalInt.empty(),
                null));
    }

    private double @Nullable [] figure(Optional<CrsDefinition> datum) {
        double a = keys.real(2057, 0);
        double inverse = keys.real(2059, 0);
        double b = keys.real(2058, 0);
        if (a > 0 && (inverse > 0 || b > 0)) {
            return new double[] {a, inverse > 0 ? inverse : a - b < 1e-3 ? 0 : a / (a - b)};
        }
        return datum.map(d -> new double[] {d.semiMajor(), d.inverseFlattening()})
                .orElse(ELLIPSOIDS.get(keys.number(2056)));
    }

    private Optional<Projection> projection(double eccentricity2) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        int conversion = keys.number(3074);
        int zone = conversion % 100;
        if ((conversion / 100 == 160 || conversion / 100 == 161) && zone >= 1 && zone <= 60) {
            values.put(Parameter.LONGITUDE, zone * 6.0 - 183);
            values.put(Parameter.SCALE, 0.9996);
            values.put(Parameter.EASTING, 500_000.0);
            values.put(Parameter.NORTHING, conversion / 100 == 160 ? 0.0 : 10_000_000.0);
            return Optional.of(Projection.of("Transverse_Mercator", Method.TRANSVERSE_MERCATOR, values, eccentricity2));
        }
        String method = METHODS.get(keys.number(3075));
        if (method == null) {
            return Optional.empty();
        }
        double degrees = degrees();
        double metres = metres();
        PARAMETERS.forEach((key, parameter) -> {
            if (keys.reals().containsKey(key)) {
                double factor =
                        switch (parameter.quantity()) {
                            case ANGLE -> degrees;
                            case LENGTH -> metres;
                            case SCALE -> 1;
                        };
                values.put(parameter, Objects.requireNonNull(keys.reals().get(key)) * factor);
            }
        });
        return Optional.of(Projection.of(method, Method.named(method), values, eccentricity2));
    }

    private double degrees() {
        return switch (keys.number(2054)) {
            case 9101 -> Math.toDegrees(1);
            case 9105 -> 0.9;
            case 32767 -> Math.toDegrees(keys.real(2055, Math.toRadians(1)));
            default -> 1;
        };
    }

    private double metres() {
        return switch (keys.number(3076)) {
            case 9002 -> 0.3048;
            case 9003 -> 12 / 39.37;
            case 9036 -> 1000;
            case 32767 -> keys.real(3077, 1);
            default -> 1;
        };
    }

    private String name(int key, String otherwise) {
        String text = keys.text(key);
        Matcher name = NAME.matcher(text);
        return text.isEmpty() ? otherwise : name.find() ? name.group(1) : text.replaceFirst("[|].*", "");
    }
}
