package org.batchuploader.geotools.crs;

import javax.measure.Unit;
import javax.measure.quantity.Angle;
import javax.measure.quantity.Length;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.datum.PrimeMeridian;
import org.geotools.api.referencing.operation.TransformException;
import si.uom.SI;

/**
 * Whether two CRSs do the same, whatever they are called: same figure of the earth, same meridian, same unit, and for
 * projected ones the same place for the same degrees, to within a decimetre.
 */
final class Likeness {
    private static final double METRES = 0.1;
    private static final double RELATIVE = 1e-7;

    private Likeness() {}

    /** @param around where projections are compared */
    static boolean same(CoordinateReferenceSystem a, CoordinateReferenceSystem b, Area around) {
        if (a instanceof GeographicCRS one && b instanceof GeographicCRS other) {
            return sameFigure(one, other) && close(radians(one), radians(other));
        }
        return a instanceof ProjectedCRS one
                && b instanceof ProjectedCRS other
                && sameFigure(one.getBaseCRS(), other.getBaseCRS())
                && close(metres(one), metres(other))
                && samePlaces(one, one.getBaseCRS(), other, other.getBaseCRS(), around);
    }

    private static boolean sameFigure(GeographicCRS a, GeographicCRS b) {
        Ellipsoid one = a.getDatum().getEllipsoid();
        Ellipsoid other = b.getDatum().getEllipsoid();
        return close(one.getSemiMajorAxis(), other.getSemiMajorAxis())
                && close(one.getSemiMinorAxis(), other.getSemiMinorAxis())
                && Math.abs(meridian(a.getDatum()) - meridian(b.getDatum())) < 1e-6;
    }

    /** Longitude of the prime meridian in degrees from Greenwich. */
    private static double meridian(GeodeticDatum datum) {
        PrimeMeridian meridian = datum.getPrimeMeridian();
        return Math.toDegrees(
                meridian.getAngularUnit().getConverterTo(SI.RADIAN).convert(meridian.getGreenwichLongitude()));
    }

    private static double radians(GeographicCRS crs) {
        Unit<Angle> unit = crs.getCoordinateSystem().getAxis(0).getUnit().asType(Angle.class);
        return unit.getConverterTo(SI.RADIAN).convert(1.0);
    }

    private static double metres(ProjectedCRS crs) {
        Unit<Length> unit = crs.getCoordinateSystem().getAxis(0).getUnit().asType(Length.class);
        return unit.getConverterTo(SI.METRE).convert(1.0);
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= RELATIVE * Math.abs(b);
    }

    private static boolean samePlaces(
            ProjectedCRS a, GeographicCRS baseA, ProjectedCRS b, GeographicCRS baseB, Area around) {
        for (double east = 0.25; east < 1; east += 0.25) {
            for (double north = 0.25; north < 1; north += 0.25) {
                double longitude = around.west() + around.width() * east - meridian(baseA.getDatum());
                double latitude = around.south() + (around.north() - around.south()) * north;
                double[] one = place(a, baseA, longitude, latitude);
                double[] other = place(b, baseB, longitude, latitude);
                if (!(Math.hypot(one[0] - other[0], one[1] - other[1]) < METRES)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] place(ProjectedCRS crs, GeographicCRS base, double longitude, double latitude) {
        double degree = Math.toDegrees(radians(base));
        double[] at = {longitude / degree, latitude / degree};
        try {
            crs.getConversionFromBase().getMathTransform().transform(at, 0, at, 0, 1);
        } catch (TransformException e) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {at[0] * metres(crs), at[1] * metres(crs)};
    }
}
