package org.batchuploader.geotools.crs.definition;

import java.util.Map;

/** Rules that bring the forms of one projection in different programs to a single one. */
final class Canonical {
    private static final double POLE = 89.9999999;
    private static final double ANGLE = 1e-9;

    private Canonical() {}

    /** Changes the values in place and says which method they are of now. */
    static Method method(Method method, String name, Map<Parameter, Double> values, double eccentricity2) {
        return switch (method) {
            case LAMBERT_1, LAMBERT_2, LAMBERT_BELGIUM -> lambert(method, values);
            case STEREOGRAPHIC, POLAR_STEREOGRAPHIC -> stereographic(method, values);
            case POLAR_STEREOGRAPHIC_C -> {
                move(values, Parameter.PARALLEL_1, Parameter.LATITUDE);
                yield method;
            }
            case MERCATOR, MERCATOR_SPHERICAL, PSEUDO_MERCATOR -> mercator(method, name, values, eccentricity2);
            case EQUAL_AREA_CYLINDRICAL, EQUAL_AREA_CYLINDRICAL_SPHERICAL -> {
                if (name.equals("behrmann")) {
                    values.putIfAbsent(Parameter.PARALLEL_1, 30.0);
                }
                yield method;
            }
            case KROVAK, KROVAK_NORTH, KROVAK_MODIFIED, KROVAK_MODIFIED_NORTH -> krovak(method, values);
            case HOTINE_B -> {
                if (name.startsWith("swiss") || name.equals("somerc")) {
                    values.putIfAbsent(Parameter.AZIMUTH, 90.0);
                }
                yield method;
            }
            default -> {
                move(values, Parameter.FALSE_LATITUDE, Parameter.LATITUDE);
                yield method;
            }
        };
    }

    private static void move(Map<Parameter, Double> values, Parameter from, Parameter to) {
        Double value = values.remove(from);
        if (value != null) {
            values.put(to, value);
        }
    }

    /** With one parallel: it, and the latitude of the origin of northings. With two: the northern one first. */
    private static Method lambert(Method method, Map<Parameter, Double> values) {
        Double one = values.get(Parameter.PARALLEL_1);
        Double two = values.get(Parameter.PARALLEL_2);
        Double falseLatitude = values.remove(Parameter.FALSE_LATITUDE);
        double latitude = values.getOrDefault(Parameter.LATITUDE, falseLatitude == null ? 0.0 : falseLatitude);
        if (two == null || (one != null && Math.abs(one - two) < ANGLE)) {
            values.put(Parameter.PARALLEL_1, one == null ? latitude : one);
            values.put(Parameter.LATITUDE, falseLatitude == null ? latitude : falseLatitude);
            values.remove(Parameter.PARALLEL_2);
            return Method.LAMBERT_1;
        }
        if (one != null && one < two) {
            values.put(Parameter.PARALLEL_1, two);
            values.put(Parameter.PARALLEL_2, one);
        }
        values.put(Parameter.LATITUDE, latitude);
        return method == Method.LAMBERT_BELGIUM ? method : Method.LAMBERT_2;
    }

    private static Method stereographic(Method method, Map<Parameter, Double> values) {
        double latitude = values.getOrDefault(Parameter.LATITUDE, 0.0);
        if (method == Method.STEREOGRAPHIC && Math.abs(latitude) < POLE) {
            return method;
        }
        move(values, Parameter.PARALLEL_1, Parameter.LATITUDE);
        return Method.POLAR_STEREOGRAPHIC;
    }

    /** A parallel that keeps its length is a scale on the equator. */
    private static Method mercator(Method method, String name, Map<Parameter, Double> values, double eccentricity2) {
        Double parallel = values.remove(Parameter.PARALLEL_1);
        if (parallel == null && name.equals("mercator2sp")) {
            parallel = values.remove(Parameter.LATITUDE);
        }
        if (parallel != null && method == Method.MERCATOR && parallel != 0) {
            double sine = Math.sin(Math.toRadians(parallel));
            values.put(
                    Parameter.SCALE, Math.cos(Math.toRadians(parallel)) / Math.sqrt(1 - eccentricity2 * sine * sine));
            values.remove(Parameter.LATITUDE);
        }
        move(values, Parameter.FALSE_LATITUDE, Parameter.LATITUDE);
        return method;
    }

    /** ESRI says by scales and a rotation of the axes which way they point. */
    private static Method krovak(Method method, Map<Parameter, Double> values) {
        Double x = values.remove(Parameter.X_SCALE);
        Double y = values.remove(Parameter.Y_SCALE);
        values.remove(Parameter.GRID_ANGLE);
        values.putIfAbsent(Parameter.AZIMUTH, 30.28813975277778);
        values.putIfAbsent(Parameter.PSEUDO_PARALLEL, 78.5);
        boolean modified = method == Method.KROVAK_MODIFIED || method == Method.KROVAK_MODIFIED_NORTH;
        if (x != null && y != null && x < 0) {
            return modified ? Method.KROVAK_MODIFIED_NORTH : Method.KROVAK_NORTH;
        }
        return method;
    }
}
