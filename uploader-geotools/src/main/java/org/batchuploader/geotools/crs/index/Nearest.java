package org.batchuploader.geotools.crs.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Meridians;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.batchuploader.geotools.crs.definition.Projection;
import org.jspecify.annotations.Nullable;

/** What comes near a definition that matches nothing, and in what it differs. */
final class Nearest {
    private static final int MOST = 5;
    private static final double OTHER_UNIT = 2e4;
    private static final double OTHER_MERIDIAN = 1e5;
    private static final double FARTHEST = 5e5;

    private record Near(CrsEntry entry, double distance) {}

    private Nearest() {}

    static List<CrsCandidate> to(CrsIndex index, CrsDefinition given) {
        var near = new ArrayList<Near>();
        for (CrsEntry entry : index.entries()) {
            double distance = entry.deprecated() ? Comparison.FAR : distance(given, entry.definition());
            if (distance < FARTHEST) {
                near.add(new Near(entry, distance));
            }
        }
        near.sort(Comparator.comparingDouble(Near::distance));
        return near.stream()
                .limit(MOST)
                .map(n -> new CrsCandidate(
                        n.entry().authorityCode(),
                        n.entry().name(),
                        Math.round(100 * 0.2 / (1 + n.distance() / 100)) / 100.0,
                        difference(given, n.entry())))
                .toList();
    }

    private static double distance(CrsDefinition given, CrsDefinition known) {
        Projection one = given.projection();
        Projection other = known.projection();
        if (given.isProjected() != known.isProjected()) {
            return Comparison.FAR;
        }
        double distance = Comparison.figure(given, known);
        distance += Meridians.same(given.meridian(), known.meridian()) ? 0 : OTHER_MERIDIAN;
        distance += Math.abs(given.unit() - known.unit()) > 2e-7 * known.unit() ? OTHER_UNIT : 0;
        return one == null || other == null ? distance : distance + Comparison.projection(one, other);
    }

    private static String difference(CrsDefinition given, CrsEntry entry) {
        CrsDefinition known = entry.definition();
        Projection one = given.projection();
        Projection other = known.projection();
        @Nullable Parameter worst = one == null || other == null ? null : Comparison.worst(one, other);
        if (worst != null && one != null && other != null) {
            return text(
                    "Differs in %s: %s instead of %s.",
                    words(worst), number(one.value(worst)), number(other.value(worst)));
        }
        if (Math.abs(given.unit() - known.unit()) > 2e-7 * known.unit()) {
            return text("Differs in the unit: %s instead of %s.", number(given.unit()), number(known.unit()));
        }
        if (!Meridians.same(given.meridian(), known.meridian())) {
            return text(
                    "Differs in the prime meridian: %s instead of %s.",
                    number(given.meridian()), number(known.meridian()));
        }
        return text(
                "Differs in the ellipsoid: %s, 1/%s instead of %s, 1/%s.",
                number(given.semiMajor()),
                number(given.inverseFlattening()),
                number(known.semiMajor()),
                number(known.inverseFlattening()));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static String words(Parameter parameter) {
        return switch (parameter) {
            case EASTING -> "the false easting";
            case NORTHING -> "the false northing";
            case LATITUDE, FALSE_LATITUDE -> "the latitude of origin";
            case LONGITUDE -> "the central meridian";
            case SCALE -> "the scale factor";
            case PARALLEL_1, PARALLEL_2, PSEUDO_PARALLEL -> "a standard parallel";
            default -> "the " + parameter.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 1e10) / 1e10);
    }
}
