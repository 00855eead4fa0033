package org.batchuploader.geotools.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.geotools.shapefile.ShapeRecord;

/** The rings of a polygon shape, those of one polygon together. */
final class Rings {
    private Rings() {}

    /** Outer ring first in each list, then its holes. */
    static List<List<Integer>> of(ShapeRecord shape) {
        Map<Integer, List<Integer>> polygons = new LinkedHashMap<>();
        for (int ring = 0; ring < shape.parts(); ring++) {
            if (shape.outer(ring) < 0 && isRing(shape, ring)) {
                polygons.put(ring, new ArrayList<>(List.of(ring)));
            }
        }
        for (int ring = 0; ring < shape.parts(); ring++) {
            List<Integer> polygon = polygons.get(shape.outer(ring));
            if (polygon != null && isRing(shape, ring)) {
                polygon.add(ring);
            }
        }
        return List.copyOf(polygons.values());
    }

    private static boolean isRing(ShapeRecord shape, int part) {
        return shape.end(part) - shape.start(part) >= 4;
    }

    /** Twice the area, negative for a ring that runs clockwise, as ESRI's outer rings do. */
    static double area(ShapeRecord shape, int part) {
        double sum = 0;
        int start = shape.start(part);
        for (int i = start; i + 1 < shape.end(part); i++) {
            sum += (shape.x(i) - shape.x(start)) * (shape.y(i + 1) - shape.y(start))
                    - (shape.x(i + 1) - shape.x(start)) * (shape.y(i) - shape.y(start));
        }
        return sum;
    }
}
