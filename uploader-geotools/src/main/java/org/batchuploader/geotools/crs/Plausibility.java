package org.batchuploader.geotools.crs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.index.CrsEntry;

/** Whether an extent makes sense in a CRS. */
final class Plausibility {
    /** Degrees outside the area of use that still are no reason for doubt. */
    private static final double MARGIN = 10;

    private Plausibility() {}

    static List<Problem> check(CrsEntry entry, Envelope extent, Optional<Envelope> geographic) {
        if (!entry.isProjected() && (Math.abs(extent.minY()) > 90.001 || Math.abs(extent.maxY()) > 90.001)) {
            return doubt("latitudes reach from %s to %s, beyond the poles, though %s counts in degrees"
                    .formatted(extent.minY(), extent.maxY(), entry.name()));
        }
        if (!entry.isProjected() && (extent.minX() < -360.001 || extent.maxX() > 360.001)) {
            return doubt("longitudes reach from %s to %s, though %s counts in degrees"
                    .formatted(extent.minX(), extent.maxX(), entry.name()));
        }
        if (geographic.isEmpty()) {
            return doubt("coordinates are nowhere on the earth in " + entry.name());
        }
        Envelope box = geographic.get();
        Area area = entry.area();
        double longitude = (box.minX() + box.maxX()) / 2;
        double latitude = (box.minY() + box.maxY()) / 2;
        if (area != null
                && !area.contains(longitude, latitude, MARGIN)
                && !area.contains(box.minX(), box.minY(), MARGIN)
                && !area.contains(box.maxX(), box.maxY(), MARGIN)) {
            return doubt(String.format(
                    Locale.ROOT,
                    "data lies around longitude %.2f, latitude %.2f, far from where %s is used",
                    longitude,
                    latitude,
                    entry.name()));
        }
        return List.of();
    }

    private static List<Problem> doubt(String what) {
        return List.of(Problem.of(ProblemCode.EXTENT_IMPLAUSIBLE, "The " + what + "."));
    }
}
