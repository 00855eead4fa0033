package org.batchuploader.geotools.crs.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Meridians;
import org.batchuploader.geotools.crs.definition.Method;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.batchuploader.geotools.crs.definition.Projection;
import org.jspecify.annotations.Nullable;

/** Definitions as PROJ writes them, {@code +proj=utm +zone=32 +datum=WGS84}. False origins are metres whatever the unit. */
final class ProjString {
    private record Figure(double semiMajor, double inverseFlattening) {}

    private static final Map<String, Figure> ELLIPSOIDS = Map.ofEntries(
            Map.entry("WGS84", new Figure(6378137, 298.257223563)),
            Map.entry("GRS80", new Figure(6378137, 298.257222101)),
            Map.entry("WGS72", new Figure(6378135, 298.26)),
            Map.entry("GRS67", new Figure(6378160, 298.2471674270)),
            Map.entry("aust_SA", new Figure(6378160, 298.25)),
            Map.entry("intl", new Figure(6378388, 297)),
            Map.entry("bessel", new Figure(6377397.155, 299.1528128)),
            Map.entry("clrk66", new Figure(6378206.4, 294.978698213898)),
            Map.entry("clrk80", new Figure(6378249.145, 293.465)),
            Map.entry("clrk80ign", new Figure(6378249.2, 293.466021293627)),
            Map.entry("krass", new Figure(6378245, 298.3)),
            Map.entry("airy", new Figure(6377563.396, 299.3249646)),
            Map.entry("mod_airy", new Figure(6377340.189, 299.3249646)),
            Map.entry("evrst30", new Figure(6377276.345, 300.8017)),
            Map.entry("evrstSS", new Figure(6377298.556, 300.8017)),
            Map.entry("helmert", new Figure(6378200, 298.3)),
            Map.entry("sphere", new Figure(6370997, 0)));

    private static final Map<String, List<String>> DATUMS = Map.of(
            "WGS84", List.of("World Geodetic System 1984", "WGS84"),
            "NAD83", List.of("North American Datum 1983", "GRS80"),
            "NAD27", List.of("North American Datum 1927", "clrk66"),
            "GGRS87", List.of("Greek Geodetic Reference System 1987", "GRS80"),
            "POTSDAM", List.of("Deutsches Hauptdreiecksnetz", "bessel"),
            "HERMANNSKOGEL", List.of("Militar-Geographische Institut", "bessel"),
            "CARTHAGE", List.of("Carthage", "clrk80ign"),
            "OSGB36", List.of("Ordnance Survey of Great Britain 1936", "airy"),
            "IRE65", List.of("TM65", "mod_airy"),
            "NZGD49", List.of("New Zealand Geodetic Datum 1949", "intl"));

    private static final Map<String, Double> UNITS =
            Map.of("m", 1.0, "km", 1000.0, "ft", 0.3048, "us-ft", 12 / 39.37, "yd", 0.9144, "ind-ft", 0.30479841);

    private static final Map<String, Parameter> PARAMETERS = Map.ofEntries(
            Map.entry("lat_0", Parameter.LATITUDE),
            Map.entry("lon_0", Parameter.LONGITUDE),
            Map.entry("lonc", Parameter.LONGITUDE),
            Map.entry("lat_1", Parameter.PARALLEL_1),
            Map.entry("lat_2", Parameter.PARALLEL_2),
            Map.entry("lat_ts", Parameter.PARALLEL_1),
            Map.entry("k", Parameter.SCALE),
            Map.entry("k_0", Parameter.SCALE),
            Map.entry("x_0", Parameter.EASTING),
            Map.entry("y_0", Parameter.NORTHING),
            Map.entry("alpha", Parameter.AZIMUTH),
            Map.entry("gamma", Parameter.GRID_ANGLE));

    private final Map<String, String> given = new HashMap<>();

    private ProjString(String text) {
        for (String word : text.split("\\s+")) {
            if (word.startsWith("+")) {
                int equals = word.indexOf('=');
                given.put(
                        equals < 0 ? word.substring(1) : word.substring(1, equals),
                        equals < 0 ? "" : word.substring(equals + 1));
            }
        }
    }

    static Optional<CrsDefinition> read(String text) {
        return new ProjString(text).definition();
    }

    /** The code in {@code +init=epsg:4326}. */
    static Optional<String> init(String text) {
        return Optional.ofNullable(new ProjString(text).given.get("init"));
    }

    private Optional<CrsDefinition> definition() {
        String method = given.getOrDefault("proj", "");
        Optional<Figure> figure = figure();
        boolean zoneless = method.equals("utm")
                && number("zone").filter(z -> z >= 1 && z <= 60).isEmpty();
        if (method.isEmpty() || figure.isEmpty() || zoneless || method.equals("geocent")) {
            return Optional.empty();
        }
        Figure ellipsoid = figure.get();
        boolean geographic = List.of("longlat", "latlong", "lonlat", "latlon").contains(method);
        double flattening = ellipsoid.inverseFlattening() == 0 ? 0 : 1 / ellipsoid.inverseFlattening();
        Projection projection = geographic ? null : projection(method, flattening * (2 - flattening));
        double unit = geographic ? 1 : number("to_meter").orElseGet(() -> UNITS.getOrDefault(units(), 1.0));
        String datum = datum();
        return Optional.of(new CrsDefinition(
                "",
                datum == null ? List.of() : List.of(datum),
                "",
                ellipsoid.semiMajor(),
                ellipsoid.inverseFlattening(),
                Meridians.named(given.getOrDefault("pm", "0")),
                projection,
                unit,
                "",
                OptionalInt.empty(),
                null));
    }

    private String units() {
        return given.getOrDefault("units", "m");
    }

    private @Nullable String datum() {
        if (isWebMercator()) {
            return "World Geodetic System 1984";
        }
        List<String> known = DATUMS.get(given.getOrDefault("datum", "").toUpperCase(Locale.ROOT));
        return known == null ? null : known.get(0);
    }

    /** It is written as a sphere, though what it projects are degrees of WGS 84. */
    private boolean isWebMercator() {
        return given.getOrDefault("proj", "").matches("merc|webmerc")
                && given.getOrDefault("a", "").startsWith("6378137")
                && given.getOrDefault("b", "").startsWith("6378137");
    }

    private Optional<Figure> figure() {
        if (isWebMercator()) {
            return Optional.ofNullable(ELLIPSOIDS.get("WGS84"));
        }
        Optional<Double> radius = number("R");
        if (radius.isPresent()) {
            return radius.map(r -> new Figure(r, 0));
        }
        Optional<Double> a = number("a");
        if (a.isPresent()) {
            double b = number("b").orElse(a.get());
            double inverse = number("rf").orElse(Math.abs(a.get() - b) < 1e-4 ? 0 : a.get() / (a.get() - b));
            return Optional.of(new Figure(a.get(), inverse));
        }
        List<String> datum = DATUMS.get(given.getOrDefault("datum", "").toUpperCase(Locale.ROOT));
        String name = given.getOrDefault("ellps", datum == null ? "" : datum.get(1));
        return ELLIPSOIDS.entrySet().stream()
                .filter(known -> known.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Projection projection(String method, double eccentricity2) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        PARAMETERS.forEach((key, parameter) -> number(key).ifPresent(value -> values.put(parameter, value)));
        if (method.equals("utm")) {
            values.put(Parameter.LONGITUDE, number("zone").orElse(0.0) * 6 - 183);
            values.put(Parameter.SCALE, 0.9996);
            values.put(Parameter.EASTING, 500_000.0);
            values.put(Parameter.NORTHING, given.containsKey("south") ? 10_000_000.0 : 0.0);
        }
        Method meant = isWebMercator() ? Method.PSEUDO_MERCATOR : method(method, values);
        return Projection.of(method, meant, values, eccentricity2);
    }

    private Method method(String name, Map<Parameter, Double> values) {
        return switch (name) {
            case "stere" ->
                Math.abs(values.getOrDefault(Parameter.LATITUDE, 0.0)) < 89.999
                        ? Method.STEREOGRAPHIC
                        : Method.POLAR_STEREOGRAPHIC;
            case "tmerc" ->
                given.getOrDefault("axis", "").startsWith("ws")
                        ? Method.TRANSVERSE_MERCATOR_SOUTH
                        : Method.TRANSVERSE_MERCATOR;
            case "omerc" -> given.containsKey("no_uoff") ? Method.HOTINE_A : Method.HOTINE_B;
            case "krovak" -> Method.KROVAK_NORTH;
            default -> Method.named(name);
        };
    }

    private Optional<Double> number(String key) {
        try {
            String text = given.get(key);
            return text == null
                    ? Optional.empty()
                    : Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
