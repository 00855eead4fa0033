package org.batchuploader.geotools.crs.index;

import java.util.Map;
import java.util.regex.Pattern;
import org.batchuploader.geotools.crs.definition.Area;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.DefaultMathTransformFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Areas of use in projected coordinates, computed at build time so that nothing is projected when extents are compared. */
final class Boxes {
    private static final Logger LOG = LoggerFactory.getLogger(Boxes.class);
    private static final int STEPS = 10;
    /** What the similar method does not have, and what changes little. */
    private static final Pattern OPTIONAL = Pattern.compile(
            "C\\d+|Ordinate . of evaluation point|Ellipsoid scaling factor|Projection plane origin height");

    private final DefaultMathTransformFactory factory = new DefaultMathTransformFactory();

    /**
     * The box around an area, x before y, in the unit of the CRS.
     *
     * @param axes directions of the CRS, as in {@code EN}
     * @param parameters by EPSG's names, in metres and degrees
     */
    double @Nullable [] box(
            int method,
            String name,
            Map<String, Double> parameters,
            EpsgTables.Figure figure,
            Area area,
            double unit,
            String axes) {
        MathTransform transform = transform(method, name, parameters, figure);
        if (transform == null) {
            return null;
        }
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                double longitude = area.west() + area.width() * i / STEPS - figure.meridian();
                double latitude = area.south() + (area.north() - area.south()) * j / STEPS;
                include(box, transform, longitude, Math.max(-89.99, Math.min(89.99, latitude)), unit);
            }
        }
        return box[0] < box[2] && box[1] < box[3] ? oriented(box, axes) : null;
    }

    private static void include(double[] box, MathTransform transform, double longitude, double latitude, double unit) {
        double[] point = {Math.IEEEremainder(longitude, 360), latitude};
        try {
            transform.transform(point, 0, point, 0, 1);
        } catch (TransformException e) {
            return;
        }
        double x = point[0] / unit;
        double y = point[1] / unit;
        if (Math.abs(x) < 1e9 && Math.abs(y) < 1e9) {
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        }
    }

    private @Nullable MathTransform transform(
            int method, String name, Map<String, Double> parameters, EpsgTables.Figure figure) {
        @Nullable Exception failure = null;
        for (String wanted : new String[] {name, similar(method)}) {
            try {
                ParameterValueGroup group = factory.getDefaultParameters(wanted);
                double flattening = figure.inverseFlattening() == 0 ? 0 : 1 / figure.inverseFlattening();
                group.parameter("semi_major").setValue(figure.semiMajor());
                group.parameter("semi_minor").setValue(figure.semiMajor() * (1 - flattening));
                for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
                    if (wanted.equals(name)
                            || !OPTIONAL.matcher(parameter.getKey()).matches()) {
                        group.parameter(parameter.getKey()).setValue(parameter.getValue());
                    }
                }
                return factory.createParameterizedTransform(group);
            } catch (FactoryException | IllegalArgumentException e) {
                failure = e;
            }
        }
        LOG.atDebug().addKeyValue("method", name).setCause(failure).log("no box of the area of use");
        return null;
    }

    /** What GeoTools calls a method that it knows by another name, or one that differs by metres only. */
    private static String similar(int method) {
        return switch (method) {
            case 9812 -> "Hotine_Oblique_Mercator";
            case 9815 -> "Oblique_Mercator";
            case 1041, 1042, 1043, 9819 -> "Krovak";
            case 1051 -> "Lambert Conic Conformal (2SP)";
            case 1052, 1111 -> "Transverse Mercator";
            case 9833 -> "Cassini-Soldner";
            default -> "none";
        };
    }

    /** As files have them: counted to the south and west where the CRS does so, and in its order then. */
    private static double[] oriented(double[] box, String axes) {
        return switch (axes) {
            case "WS" -> new double[] {-box[2], -box[3], -box[0], -box[1]};
            case "SW" -> new double[] {-box[3], -box[2], -box[1], -box[0]};
            default -> box;
        };
    }
}
