package org.batchuploader.geotools.shapefile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rings of a polygon run and lie in each other. A ring within an even number of others is an outer one and has to
 * run clockwise, any other is a hole of the smallest ring around it and has to run counter-clockwise, whatever it did.
 */
final class RingOrder {
    /** A triangle, closed. */
    static final int FEWEST = 4;
    /**
     * Steps that sorting the rings of a record is worth, for each of its points; beyond that they are believed to run as
     * they should, a hole behind its outer ring.
     */
    private static final long PATIENCE = 256;
    /** How often a long ring was looked at from end to end before its edges are sorted. */
    private static final int OFTEN = 4;

    private static final int LONG = 128;
    /** Edges that are sorted for one record at most. */
    private static final int MOST_INDEXED = 1 << 20;

    private byte[] bytes = {};
    private int pointsAt;
    private int rings;
    private int[] starts = new int[17];
    private double[] areas = new double[16];
    private double[] boxes = new double[64];
    private boolean[] wrong = new boolean[16];
    private int[] outers = new int[16];
    private final BoxTree tree = new BoxTree();
    private final Map<Integer, EdgeSlabs> slabs = new HashMap<>();
    private int[] asked = new int[16];
    private int indexed;
    private long patience;

    /** The faults of a polygon's rings, as bits of {@link ShapeFault}. */
    int faults(byte[] content, int at, RecordLayout layout) {
        take(content, at, layout);
        int faults = 0;
        boolean plain = true;
        for (int ring = 0; ring < rings; ring++) {
            int from = starts[ring];
            int to = starts[ring + 1];
            boolean closed = to > from && x(from) == x(to - 1) && y(from) == y(to - 1);
            if (to - from + (closed ? 0 : 1) < FEWEST) {
                faults |= ShapeFault.EMPTY_PART.bit();
            } else if (!closed) {
                faults |= ShapeFault.OPEN_RING.bit();
            }
            areas[ring] = area(from, to);
            plain &= areas[ring] <= 0;
        }
        return rings == 1 && plain ? faults : orient() ? faults | ShapeFault.ORIENTATION.bit() : faults;
    }

    /** Whether the ring of the polygon looked at last runs the wrong way round. */
    boolean isWrong(int ring) {
        return wrong[ring];
    }

    /** The outer ring that a ring of the polygon looked at last is a hole of; -1 for an outer ring. */
    int outer(int ring) {
        return outers[ring];
    }

    private void take(byte[] content, int at, RecordLayout layout) {
        bytes = content;
        pointsAt = at + layout.pointsAt();
        rings = layout.parts();
        if (areas.length < rings) {
            starts = new int[rings + 1];
            areas = new double[rings];
            boxes = new double[4 * rings];
            wrong = new boolean[rings];
            outers = new int[rings];
            asked = new int[rings];
        }
        for (int ring = 0; ring < rings; ring++) {
            starts[ring] = ring == 0 ? 0 : Bytes.littleInt(content, at + layout.partsAt() + 4 * ring);
            wrong[ring] = false;
            outers[ring] = -1;
        }
        starts[rings] = layout.points();
    }

    private double x(int point) {
        return Bytes.littleDouble(bytes, pointsAt + 16 * point);
    }

    private double y(int point) {
        return Bytes.littleDouble(bytes, pointsAt + 16 * point + 8);
    }

    /** Twice the area, negative when clockwise; measured from the first point, so that nothing is lost far from 0. */
    private double area(int from, int to) {
        if (to - from < 3) {
            return 0;
        }
        double originX = x(from);
        double originY = y(from);
        double sum = 0;
        double beforeX = 0;
        double beforeY = 0;
        for (int i = from + 1; i < to; i++) {
            double dx = x(i) - originX;
            double dy = y(i) - originY;
            sum += beforeX * dy - dx * beforeY;
            beforeX = dx;
            beforeY = dy;
        }
        return sum;
    }

    private boolean orient() {
        if (rings == 1) {
            wrong[0] = true;
            return true;
        }
        for (int ring = 0; ring < rings; ring++) {
            box(ring);
        }
        tree.build(boxes, rings);
        slabs.clear();
        indexed = 0;
        Arrays.fill(asked, 0, rings, 0);
        patience = PATIENCE * (starts[rings] + 64L);
        boolean any = false;
        for (int ring = 0; ring < rings; ring++) {
            if (areas[ring] == 0) {
                continue;
            }
            int depth = 0;
            int smallest = -1;
            int candidates = tree.find(ring);
            patience -= tree.steps();
            for (int i = 0; i < candidates && patience >= 0; i++) {
                int other = tree.found(i);
                if (Math.abs(areas[ring]) < Math.abs(areas[other])) {
                    patience -= 2L * (starts[ring + 1] - starts[ring]);
                    if (isWithin(ring, other)) {
                        depth++;
                        smallest =
                                smallest < 0 || Math.abs(areas[other]) < Math.abs(areas[smallest]) ? other : smallest;
                    }
                }
            }
            if (patience < 0) {
                believe();
                return false;
            }
            boolean hole = depth % 2 == 1;
            outers[ring] = hole ? smallest : -1;
            wrong[ring] = areas[ring] > 0 != hole;
            any |= wrong[ring];
        }
        for (int ring = 0; ring < rings; ring++) {
            while (outers[ring] >= 0 && outers[outers[ring]] >= 0) {
                outers[ring] = outers[outers[ring]];
            }
        }
        return any;
    }

    private void believe() {
        int before = -1;
        for (int ring = 0; ring < rings; ring++) {
            wrong[ring] = false;
            outers[ring] = areas[ring] > 0 ? before : -1;
            before = areas[ring] < 0 ? ring : before;
        }
    }

    private void box(int ring) {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = starts[ring]; i < starts[ring + 1]; i++) {
            left = Math.min(left, x(i));
            bottom = Math.min(bottom, y(i));
            right = Math.max(right, x(i));
            top = Math.max(top, y(i));
        }
        boxes[4 * ring] = left;
        boxes[4 * ring + 1] = bottom;
        boxes[4 * ring + 2] = right;
        boxes[4 * ring + 3] = top;
    }

    /** Whether a point surely inside of one ring, not on it, lies inside of the other; rings that touch are no trouble. */
    private boolean isWithin(int inner, int outer) {
        double bottom = boxes[4 * inner + 1];
        double above = boxes[4 * inner + 3];
        for (int i = starts[inner]; i < starts[inner + 1]; i++) {
            if (y(i) > bottom && y(i) < above) {
                above = y(i);
            }
        }
        double height = bottom + (above - bottom) / 2;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.POSITIVE_INFINITY;
        for (int i = starts[inner]; i < starts[inner + 1]; i++) {
            double crossing = crossing(i, after(i, inner), height);
            if (crossing < left) {
                right = left;
                left = crossing;
            } else if (crossing < right) {
                right = crossing;
            }
        }
        double middle = left + (right - left) / 2;
        return isWithin(outer, middle, height);
    }

    private boolean isWithin(int outer, double x, double height) {
        boolean inside = false;
        EdgeSlabs sorted = slabs(outer);
        if (sorted == null) {
            patience -= starts[outer + 1] - starts[outer];
            for (int i = starts[outer]; i < starts[outer + 1]; i++) {
                inside ^= isRight(i, outer, x, height);
            }
            return inside;
        }
        int slab = sorted.slab(height);
        int end = sorted.start(slab + 1);
        patience -= end - sorted.start(slab);
        for (int place = sorted.start(slab); place < end; place++) {
            inside ^= isRight(starts[outer] + sorted.edge(place), outer, x, height);
        }
        return inside;
    }

    private boolean isRight(int edge, int ring, double x, double height) {
        double crossing = crossing(edge, after(edge, ring), height);
        return crossing > x && crossing < Double.POSITIVE_INFINITY;
    }

    private @Nullable EdgeSlabs slabs(int ring) {
        int length = starts[ring + 1] - starts[ring];
        if (length < LONG || asked[ring]++ < OFTEN) {
            return null;
        }
        EdgeSlabs sorted = slabs.get(ring);
        if (sorted == null && indexed + length <= MOST_INDEXED) {
            double[] heights = new double[length];
            for (int i = 0; i < length; i++) {
                heights[i] = y(starts[ring] + i);
            }
            sorted = new EdgeSlabs(heights);
            slabs.put(ring, sorted);
            indexed += length;
            patience -= 8L * length;
        }
        return sorted;
    }

    /** The next point of the ring; the first one behind the last, so that open rings are closed ones here. */
    private int after(int point, int ring) {
        return point + 1 < starts[ring + 1] ? point + 1 : starts[ring];
    }

    /** Where the edge is at that height, infinite when it is not. */
    private double crossing(int i, int j, double height) {
        return y(i) > height != y(j) > height
                ? x(i) + (x(j) - x(i)) * (height - y(i)) / (y(j) - y(i))
                : Double.POSITIVE_INFINITY;
    }
}
