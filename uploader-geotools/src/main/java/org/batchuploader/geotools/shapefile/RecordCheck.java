package org.batchuploader.geotools.shapefile;

import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/** Looks at every vertex of a record: whether it is a place, and whether the boxes fit. */
final class RecordCheck {
    /** Beyond what any projected coordinate is, in any unit. */
    private static final double ABSURD = 1e12;
    /** Part of a coordinate by which a box may be too large, as programs that round have it. */
    private static final double SLACK = 1e-9;

    private final RingOrder rings = new RingOrder();
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private boolean empty;
    private @Nullable String nonsense;

    /**
     * Checks a record whose counts make sense.
     *
     * @return bits of {@link ShapeFault}; meaningless when {@link #nonsense()} has something to say
     */
    int check(byte[] bytes, int at, int length, RecordLayout layout) {
        ShapeType type = layout.type();
        empty = layout.points() == 0;
        nonsense = null;
        if (empty) {
            return 0;
        }
        if (type.isPoint()) {
            point(bytes, at + layout.pointsAt());
            return 0;
        }
        int faults = type.hasParts() ? parts(bytes, at, layout) : 0;
        if (nonsense != null) {
            return faults;
        }
        faults |= type.isPolygon() ? polygon(bytes, at, layout) : vertices(bytes, at, layout);
        return type.hasZ() ? faults | heights(bytes, at + layout.zAt(), layout.points()) : faults;
    }

    private void point(byte[] bytes, int at) {
        double x = Bytes.littleDouble(bytes, at);
        double y = Bytes.littleDouble(bytes, at + 8);
        empty = Double.isNaN(x) && Double.isNaN(y);
        if (!empty && !isPlace(x, y)) {
            nonsense = absurd(0, x, y);
        } else if (!empty) {
            extend(x, y, x, y);
        }
    }

    private int parts(byte[] bytes, int at, RecordLayout layout) {
        int parts = layout.parts();
        int points = layout.points();
        if (parts == 0) {
            nonsense = "has points but no part for them";
            return 0;
        }
        int faults = 0;
        int before = 0;
        for (int part = 0; part < parts; part++) {
            int start = Bytes.littleInt(bytes, at + layout.partsAt() + 4 * part);
            if (part == 0 && start != 0) {
                faults |= ShapeFault.PART_INDEX.bit();
                start = 0;
            }
            if (start < before || start > points) {
                nonsense = "has a part %d that begins at point %d of %d".formatted(part + 1, start, points);
                return 0;
            }
            if (part > 0 && start == before) {
                faults |= ShapeFault.EMPTY_PART.bit();
            }
            before = start;
        }
        return before == points ? faults | ShapeFault.EMPTY_PART.bit() : faults;
    }

    /** Finds the box around the vertices without a branch: as whole numbers in the order of the numbers they are bits of. */
    private int vertices(byte[] bytes, int at, RecordLayout layout) {
        long left = Long.MAX_VALUE;
        long bottom = Long.MAX_VALUE;
        long right = Long.MIN_VALUE;
        long top = Long.MIN_VALUE;
        int from = at + layout.pointsAt();
        int to = from + 16 * layout.points();
        for (int i = from; i < to; i += 16) {
            long x = ordered(Bytes.littleLong(bytes, i));
            long y = ordered(Bytes.littleLong(bytes, i + 8));
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.min(bottom, y);
            top = Math.max(top, y);
        }
        return compare(bytes, at, layout, number(left), number(bottom), number(right), number(top));
    }

    /** Bits of a number, those of negative ones turned round: what is no number comes before or behind all that are. */
    private static long ordered(long bits) {
        return bits ^ ((bits >> 63) >>> 1);
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered(ordered));
    }

    private int compare(
            byte[] bytes, int at, RecordLayout layout, double left, double bottom, double right, double top) {
        if (!(left > -ABSURD && bottom > -ABSURD && right < ABSURD && top < ABSURD)) {
            nonsense = findAbsurd(bytes, at + layout.pointsAt(), layout.points());
            return 0;
        }
        extend(left, bottom, right, top);
        int box = at + RecordLayout.boxAt();
        return isAround(Bytes.littleDouble(bytes, box), left, Bytes.littleDouble(bytes, box + 16), right)
                        && isAround(
                                Bytes.littleDouble(bytes, box + 8), bottom, Bytes.littleDouble(bytes, box + 24), top)
                ? 0
                : ShapeFault.BOX.bit();
    }

    private static String findAbsurd(byte[] bytes, int at, int points) {
        int i = 0;
        while (i < points - 1
                && isPlace(Bytes.littleDouble(bytes, at + 16 * i), Bytes.littleDouble(bytes, at + 16 * i + 8))) {
            i++;
        }
        return absurd(i, Bytes.littleDouble(bytes, at + 16 * i), Bytes.littleDouble(bytes, at + 16 * i + 8));
    }

    private static boolean isPlace(double x, double y) {
        return Math.abs(x) < ABSURD && Math.abs(y) < ABSURD;
    }

    private int polygon(byte[] bytes, int at, RecordLayout layout) {
        int faults = vertices(bytes, at, layout);
        return nonsense != null ? faults : faults | rings.faults(bytes, at, layout);
    }

    /** Whether a stated range holds the true one and is hardly larger. */
    static boolean isAround(double low, double min, double high, double max) {
        if (low == min && high == max) {
            return true;
        }
        double slack = SLACK * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
        return low <= min && low >= min - slack && high >= max && high <= max + slack;
    }

    /** Heights of "no data" (below -1e38, or no number) are programs' habit; a range is checked where all are known. */
    private static int heights(byte[] bytes, int at, int points) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points; i++) {
            double z = Bytes.littleDouble(bytes, at + 16 + 8 * i);
            if (!(z > -1e38)) {
                return 0;
            }
            low = Math.min(low, z);
            high = Math.max(high, z);
        }
        return isAround(Bytes.littleDouble(bytes, at), low, Bytes.littleDouble(bytes, at + 8), high)
                ? 0
                : ShapeFault.BOX.bit();
    }

    private static String absurd(int point, double x, double y) {
        return "has impossible coordinates at point %d (%s, %s)".formatted(point + 1, x, y);
    }

    private void extend(double left, double bottom, double right, double top) {
        minX = left < minX ? left : minX;
        minY = bottom < minY ? bottom : minY;
        maxX = right > maxX ? right : maxX;
        maxY = top > maxY ? top : maxY;
    }

    /** Whether the record checked last has no geometry. */
    boolean isEmpty() {
        return empty;
    }

    /** What makes the record checked last worthless, to follow the words that say which; absent for none. */
    @Nullable String nonsense() {
        return nonsense;
    }

    /** How the rings of the record checked last lie in each other, if it was a polygon. */
    RingOrder rings() {
        return rings;
    }

    /** Around all vertices seen so far. */
    Optional<Envelope> extent() {
        return minX <= maxX ? Optional.of(new Envelope(minX, minY, maxX, maxY)) : Optional.empty();
    }
}
