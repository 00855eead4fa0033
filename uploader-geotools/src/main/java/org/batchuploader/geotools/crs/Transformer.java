package org.batchuploader.geotools.crs;

import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/** Brings coordinates to degrees of EPSG:4326, longitude first. */
public final class Transformer {
    private static final int STEPS = 20;
    private final MathTransform transform;

    private Transformer(MathTransform transform) {
        this.transform = transform;
    }

    /** @param code with its authority, {@code EPSG:2056} */
    public static Transformer from(String code) throws FactoryException {
        Epsg epsg = Epsg.instance();
        return new Transformer(CRS.findMathTransform(epsg.decode(code), epsg.decode("EPSG:4326"), true));
    }

    /**
     * Transforms one point in place.
     *
     * @return false when the point is where the projection does not reach
     */
    public boolean transform(double[] point) {
        try {
            transform.transform(point, 0, point, 0, 1);
            return Double.isFinite(point[0]) && Double.isFinite(point[1]);
        } catch (TransformException e) {
            return false;
        }
    }

    /** The box around a box, its inside looked at too, cut off at the poles and the antimeridian. */
    public Optional<Envelope> transform(Envelope box) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                double[] point = {box.minX() + box.width() * i / STEPS, box.minY() + box.height() * j / STEPS};
                if (transform(point)) {
                    minX = Math.min(minX, point[0]);
                    maxX = Math.max(maxX, point[0]);
                    minY = Math.min(minY, point[1]);
                    maxY = Math.max(maxY, point[1]);
                }
            }
        }
        double west = Math.max(-180, minX);
        double east = Math.min(180, maxX);
        double south = Math.max(-90, minY);
        double north = Math.min(90, maxY);
        return west <= east && south <= north ? Optional.of(new Envelope(west, south, east, north)) : Optional.empty();
    }
}
