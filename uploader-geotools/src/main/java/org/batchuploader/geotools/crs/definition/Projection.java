package org.batchuploader.geotools.crs.definition;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A map projection brought to one form: what several programs write differently but does the same has the same values here.
 * The index is written and read with the same order of parameters.
 */
@SuppressWarnings("EnumOrdinal")
public final class Projection {
    private static final double NOT_GIVEN = Double.NaN;

    private final Method method;
    private final String methodName;
    private final double[] values;

    /**
     * Of values that are in this form already.
     *
     * @param methodName as written, which tells methods apart that we do not know
     */
    public Projection(Method method, String methodName, double[] values) {
        this.method = method;
        this.methodName = Parameter.plain(methodName);
        this.values = values.clone();
    }

    /**
     * Brings to one form what was read.
     *
     * @param given in metres and degrees
     * @param eccentricity2 of the ellipsoid
     */
    public static Projection of(String methodName, Method method, Map<Parameter, Double> given, double eccentricity2) {
        var form = new EnumMap<Parameter, Double>(Parameter.class);
        form.putAll(given);
        Method meant = Canonical.method(method, Parameter.plain(methodName), form, eccentricity2);
        double[] values = new double[Parameter.values().length];
        Arrays.fill(values, NOT_GIVEN);
        form.forEach((parameter, value) -> values[parameter.ordinal()] = value);
        return new Projection(meant, methodName, values);
    }

    public Method method() {
        return method;
    }

    public String methodName() {
        return methodName;
    }

    public double[] values() {
        return values.clone();
    }

    /** The value in metres, degrees or as a factor; what it is by itself when not given. */
    public double value(Parameter parameter) {
        double value = values[parameter.ordinal()];
        return Double.isNaN(value) ? usual(parameter) : value;
    }

    private double usual(Parameter parameter) {
        return switch (parameter) {
            case SCALE, X_SCALE, Y_SCALE -> 1;
            case GRID_ANGLE -> method == Method.HOTINE_A || method == Method.HOTINE_B ? value(Parameter.AZIMUTH) : 0;
            default -> 0;
        };
    }

    /** Whether it can be the same method, as far as texts tell. */
    public boolean mayBe(Projection other) {
        return method.isLike(other.method) && (method != Method.OTHER || methodName.equals(other.methodName));
    }
}
