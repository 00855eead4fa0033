package org.batchuploader.geotools.crs.index;

import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Meridians;
import org.batchuploader.geotools.crs.definition.Parameter;
import org.batchuploader.geotools.crs.definition.Projection;
import org.jspecify.annotations.Nullable;

/** How far apart two definitions put the same place, datums and names left aside. */
final class Comparison {
    /** What rounding in texts may make of a CRS, in metres. */
    static final double ROUNDING = 0.06;

    /** More than any two definitions that may be the same. */
    static final double FAR = 1e9;

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double METRES_PER_SCALE = 1e6;
    private static final double SAME_UNIT = 2e-7;

    private Comparison() {}

    /** Roughly in metres; {@link #FAR} when kind, unit, meridian, method or ellipsoid differ. */
    static double distance(CrsDefinition a, CrsDefinition b) {
        Projection one = a.projection();
        Projection other = b.projection();
        if (a.isProjected() != b.isProjected()
                || Math.abs(a.unit() - b.unit()) > SAME_UNIT * b.unit()
                || !Meridians.same(a.meridian(), b.meridian())) {
            return FAR;
        }
        double figure = figure(a, b);
        if (figure > 2 * ROUNDING) {
            return FAR;
        }
        return one == null || other == null ? figure : figure + projection(one, other);
    }

    /** Difference of the axes of the ellipsoids. */
    static double figure(CrsDefinition a, CrsDefinition b) {
        return Math.abs(a.semiMajor() - b.semiMajor()) + Math.abs(semiMinor(a) - semiMinor(b));
    }

    private static double semiMinor(CrsDefinition crs) {
        return crs.semiMajor() * (1 - (crs.inverseFlattening() == 0 ? 0 : 1 / crs.inverseFlattening()));
    }

    static double projection(Projection a, Projection b) {
        if (!a.mayBe(b)) {
            return FAR;
        }
        double distance = 0;
        for (Parameter parameter : Parameter.values()) {
            distance += difference(parameter, a.value(parameter), b.value(parameter));
        }
        return distance;
    }

    /** In metres, roughly. */
    static double difference(Parameter parameter, double a, double b) {
        double difference = Math.abs(a - b);
        return switch (parameter.quantity()) {
            case ANGLE ->
                difference > 1000 ? FAR : Math.abs(difference - 360 * Math.rint(difference / 360)) * METRES_PER_DEGREE;
            case LENGTH -> difference;
            case SCALE -> difference * METRES_PER_SCALE;
        };
    }

    /** The parameter in which two projections differ most. */
    static @Nullable Parameter worst(Projection a, Projection b) {
        @Nullable Parameter worst = null;
        double most = ROUNDING;
        for (Parameter parameter : Parameter.values()) {
            double difference = difference(parameter, a.value(parameter), b.value(parameter));
            if (difference > most) {
                most = difference;
                worst = parameter;
            }
        }
        return worst;
    }
}
