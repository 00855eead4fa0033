package org.batchuploader.geotools.render;

import java.util.ArrayList;
import java.util.List;
import org.batchuploader.geotools.shapefile.ShapeRecord;

/** Sorts the rings of a polygon shape: which are outer, and which hole is in which of them. */
final class Rings {
    /** Above this holes go to the outer ring before them, since looking for it takes the square of the number. */
    private static final int SEARCHED = 2000;

    private Rings() {}

    /** Outer ring first in each list, then its holes. */
    static List<List<Integer>> of(ShapeRecord shape) {
        var outers = new ArrayList<List<Integer>>();
        var holes = new ArrayList<Integer>();
        for (int part = 0; part < shape.parts(); part++) {
            if (shape.end(part) - shape.start(part) < 4) {
                continue;
            }
            if (area(shape, part) <= 0) {
                outers.add(new ArrayList<>(List.of(part)));
            } else {
                holes.add(part);
            }
        }
        if (outers.isEmpty()) {
            return holes.stream().map(List::of).toList();
        }
        for (int hole : holes) {
            around(shape, outers, hole).add(hole);
        }
        return outers;
    }

    private static List<Integer> around(ShapeRecord shape, List<List<Integer>> outers, int hole) {
        List<Integer> before = outers.get(0);
        for (List<Integer> outer : outers) {
            if (outer.get(0) < hole) {
                before = outer;
            }
        }
        if (outers.size() == 1 || shape.parts() > SEARCHED || contains(shape, before.get(0), hole)) {
            return before;
        }
        return outers.stream()
                .filter(outer -> contains(shape, outer.get(0), hole))
                .findFirst()
                .orElse(before);
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

    private static boolean contains(ShapeRecord shape, int outer, int hole) {
        double x = shape.x(shape.start(hole));
        double y = shape.y(shape.start(hole));
        boolean inside = false;
        for (int i = shape.start(outer); i + 1 < shape.end(outer); i++) {
            double y1 = shape.y(i);
            double y2 = shape.y(i + 1);
            if ((y1 > y) != (y2 > y) && x < (shape.x(i + 1) - shape.x(i)) * (y - y1) / (y2 - y1) + shape.x(i)) {
                inside = !inside;
            }
        }
        return inside;
    }
}
