package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiFunction;
import org.batchuploader.core.inspect.Envelope;

/** Where a fake says that its data lie. */
final class ResourceBounds {
    private BiFunction<String, Envelope, Optional<Envelope>> transform = ResourceBounds::asDegrees;

    /** @param other from a code and a box in that CRS to degrees, longitude first */
    void transform(BiFunction<String, Envelope, Optional<Envelope>> other) {
        transform = other;
    }

    /** Declares what GeoServer finds in the {@code .prj}. */
    void guess(ObjectNode resource, FakeData data) {
        String prj = data.prj();
        if (prj == null || !prj.contains("GEOGCS[")) {
            resource.put("srs", "EPSG:404000").put("projectionPolicy", "FORCE_DECLARED");
        } else if (prj.startsWith("GEOGCS[")) {
            resource.put("srs", prj.contains("D_North_American_1927") ? "EPSG:4267" : "EPSG:4326");
        } else {
            resource.put("projectionPolicy", "NONE");
        }
    }

    /** From the data, under the declared CRS. */
    void compute(ObjectNode resource, FakeData data) {
        Envelope extent = data.extent();
        String srs = resource.path("srs").asText("");
        resource.remove("latLonBoundingBox");
        if (extent == null) {
            return;
        }
        put(resource, "nativeBoundingBox", extent, srs);
        if (!srs.isEmpty()) {
            Envelope degrees = srs.equals("EPSG:404000")
                    ? extent
                    : transform.apply(srs, extent).orElse(extent);
            put(resource, "latLonBoundingBox", degrees, "EPSG:4326");
        }
    }

    private static void put(ObjectNode resource, String name, Envelope box, String crs) {
        resource.putObject(name)
                .put("minx", box.minX())
                .put("maxx", box.maxX())
                .put("miny", box.minY())
                .put("maxy", box.maxY())
                .put("crs", crs);
    }

    /** Good enough for CRSs in degrees; of the others only Web Mercator is known here. */
    private static Optional<Envelope> asDegrees(String srs, Envelope box) {
        if (!srs.equals("EPSG:3857")) {
            return Optional.of(box);
        }
        return Optional.of(
                new Envelope(longitude(box.minX()), latitude(box.minY()), longitude(box.maxX()), latitude(box.maxY())));
    }

    private static double longitude(double x) {
        return Math.toDegrees(x / 6_378_137);
    }

    private static double latitude(double y) {
        return Math.toDegrees(2 * Math.atan(Math.exp(y / 6_378_137)) - Math.PI / 2);
    }
}
