package org.batchuploader.geotools.crs.text;

import java.util.Optional;
import org.batchuploader.geotools.crs.definition.Meridians;

/** Units in well-known text. */
final class WktUnits {
    private static final double DEGREE = Math.toRadians(1);

    private WktUnits() {}

    /** The factor to metres, radians or unity that an element gives for itself. */
    static Optional<Double> of(WktNode node, String keyword) {
        Optional<WktNode> unit = node.child(keyword, "UNIT");
        return unit.isPresent() && unit.get().number(1).isPresent()
                ? Optional.of(unit.get().number(1).getAsDouble())
                : Optional.empty();
    }

    /** Degrees in one angular unit of a geographic CRS. */
    static double degrees(WktNode geographic) {
        double radians = of(geographic, "ANGLEUNIT")
                .or(() -> geographic.child("AXIS").flatMap(axis -> of(axis, "ANGLEUNIT")))
                .orElse(DEGREE);
        double degrees = Math.toDegrees(radians);
        return Math.abs(degrees - 1) < 1e-6 ? 1 : degrees;
    }

    /** Metres in one unit of a projected CRS. */
    static double metres(WktNode projected) {
        return of(projected, "LENGTHUNIT")
                .or(() -> projected.child("AXIS").flatMap(axis -> of(axis, "LENGTHUNIT")))
                .orElse(1.0);
    }

    /**
     * Degrees of the prime meridian from Greenwich. Without a unit of its own it should be in that of the CRS, but is in
     * degrees just as often: the reading that makes a known meridian is meant.
     */
    static double meridian(WktNode geographic, double unit) {
        Optional<WktNode> meridian = geographic.child("PRIMEM", "PRIMEMERIDIAN");
        if (meridian.isEmpty()) {
            return 0;
        }
        double value = meridian.get().number(1).orElse(0);
        Optional<Double> own = of(meridian.get(), "ANGLEUNIT");
        if (own.isPresent()) {
            return value * Math.toDegrees(own.get());
        }
        return unit == 1 || Meridians.isKnown(value) ? value : value * unit;
    }
}
