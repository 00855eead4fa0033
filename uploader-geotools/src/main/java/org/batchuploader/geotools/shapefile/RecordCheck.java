package org.batchuploader.geotools.shapefile;

import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every vertex of a record. A good record is checked against its own box without computing one: each vertex has
 * to lie within, and each side has to be touched. Only a record that fails is looked at again more slowly.
 */
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
        if (!empty && !(Math.abs(x) < ABSURD && Math.abs(y) < ABSURD)) {
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

    private int vertices(byte[] bytes, int at, RecordLayout layout) {
        int box = at + RecordLayout.boxAt();
        double left = Bytes.littleDouble(bytes, box);
        double bottom = Bytes.littleDouble(bytes, box + 8);
        double right = Bytes.littleDouble(bytes, box + 16);
        double top = Bytes.littleDouble(bytes, box + 24);
        long leftBits = Double.doubleToRawLongBits(left);
        long bottomBits = Double.doubleToRawLongBits(bottom);
        long rightBits = Double.doubleToRawLongBits(right);
        long topBits = Double.doubleToRawLongBits(top);
        long onLeft = 0;
        long onBottom = 0;
        long onRight = 0;
        long onTop = 0;
        int from = at + layout.pointsAt();
        int to = from + 16 * layout.points();
        for (int i = from; i < to; i += 16) {
            double x = Bytes.littleDouble(bytes, i);
            double y = Bytes.littleDouble(bytes, i + 8);
            if (!(x >= left && x <= right && y >= bottom && y <= top)) {
                return slowly(bytes, at, layout);
            }
            long xBits = Double.doubleToRawLongBits(x);
            long yBits = Double.doubleToRawLongBits(y);
            onLeft |= zero(xBits ^ leftBits);
            onRight |= zero(xBits ^ rightBits);
            onBottom |= zero(yBits ^ bottomBits);
            onTop |= zero(yBits ^ topBits);
        }
        boolean snug = (onLeft & onRight & onBottom & onTop) < 0;
        return snug && isSane(left, bottom, right, top) ? extend(left, bottom, right, top) : slowly(bytes, at, layout);
    }

    /** Negative if and only if the number is 0; no branch. */
    private static long zero(long number) {
        return (number - 1) & ~number;
    }

    private static boolean isSane(double left, double bottom, double right, double top) {
        return left > -ABSURD && bottom > -ABSURD && right < ABSURD && top < ABSURD;
    }

    private int polygon(byte[] bytes, int at, RecordLayout layout) {
        int faults = vertices(bytes, at, layout);
        return nonsense != null ? faults : faults | rings.faults(bytes, at, layout);
    }

    private int slowly(byte[] bytes, int at, RecordLayout layout) {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < layout.points(); i++) {
            double x = Bytes.littleDouble(bytes, at + layout.pointsAt() + 16 * i);
            double y = Bytes.littleDouble(bytes, at + layout.pointsAt() + 16 * i + 8);
            if (!(Math.abs(x) < ABSURD && Math.abs(y) < ABSURD)) {
                nonsense = absurd(i, x, y);
                return 0;
            }
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.min(bottom, y);
            top = Math.max(top, y);
        }
        extend(left, bottom, right, top);
        int box = at + RecordLayout.boxAt();
        return isAround(Bytes.littleDouble(bytes, box), left, Bytes.littleDouble(bytes, box + 16), right)
                        && isAround(
                                Bytes.littleDouble(bytes, box + 8), bottom, Bytes.littleDouble(bytes, box + 24), top)
                ? 0
                : ShapeFault.BOX.bit();
    }

    /** Whether a stated range holds the true one and is hardly larger. */
    static boolean isAround(double low, double min, double high, double max) {
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

    private int extend(double left, double bottom, double right, double top) {
        minX = Math.min(minX, left);
        minY = Math.min(minY, bottom);
        maxX = Math.max(maxX, right);
        maxY = Math.max(maxY, top);
        return 0;
    }

    /** Whether the record checked last has no geometry. */
    boolean isEmpty() {
        return empty;
    }

    /** What makes the record checked last worthless, to follow the words that say which; absent for none. */
    @Nullable String nonsense() {
        return nonsense;
    }

    /** Around all vertices seen so far. */
    Optional<Envelope> extent() {
        return minX <= maxX ? Optional.of(new Envelope(minX, minY, maxX, maxY)) : Optional.empty();
    }
}
