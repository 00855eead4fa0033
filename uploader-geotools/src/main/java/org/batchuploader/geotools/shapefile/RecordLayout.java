package org.batchuploader.geotools.shapefile;

import org.jspecify.annotations.Nullable;

/**
 * Where the pieces of one record lie, found from its counts without reading a vertex. One object serves all records. The
 * offsets are within the record's content, after ESRI's technical description of July 1998.
 */
final class RecordLayout {
    private static final int BOX_AT = 4;
    private static final int BOX_LENGTH = 32;
    private static final int POINT = 16;

    private ShapeType type = ShapeType.NULL;
    private int parts;
    private int points;
    private int partsAt;
    private int pointsAt;
    private int zAt;
    private int mAt;
    private long shortest;
    private long longest;

    /**
     * Reads type and counts.
     *
     * @param available bytes that may be read from {@code at} on
     * @param as the type to take it for whatever it says, absent to believe it
     * @return what is wrong, to follow the words that say which record; null when the counts make sense
     */
    @Nullable String read(byte[] bytes, int at, long available, @Nullable ShapeType as) {
        int code = Bytes.littleInt(bytes, at);
        ShapeType found = as != null ? as : ShapeType.of(code).orElse(null);
        if (found == null) {
            return "is of shape type " + code + ", which does not exist";
        }
        type = found;
        parts = 0;
        points = 0;
        if (type == ShapeType.NULL) {
            return arrange(4, 0);
        }
        if (type.isPoint()) {
            points = 1;
            return arrange(BOX_AT, 0);
        }
        boolean parted = type.hasParts();
        int head = BOX_AT + BOX_LENGTH + (parted ? 8 : 4);
        if (available < head) {
            return "is %d bytes long, too short for its shape".formatted(available);
        }
        parts = parted ? Bytes.littleInt(bytes, at + BOX_AT + BOX_LENGTH) : 1;
        points = Bytes.littleInt(bytes, at + head - 4);
        if (parts < 0 || points < 0) {
            return "claims %d parts and %d points".formatted(parts, points);
        }
        return arrange(head, parted ? (type.isPatch() ? 8L : 4L) * parts : 0);
    }

    private @Nullable String arrange(int head, long partsLength) {
        long vertices = head + partsLength;
        long afterPoints = vertices + (long) POINT * points;
        long range = type.isPoint() ? 0 : 16;
        long perOrdinate = type == ShapeType.NULL ? 0 : range + 8L * points;
        long afterZ = afterPoints + (type.hasZ() ? perOrdinate : 0);
        shortest = afterZ;
        longest = afterZ + (type.mayHaveM() ? perOrdinate : 0);
        if (longest > Integer.MAX_VALUE) {
            return "claims %d parts and %d points, more than a file can hold".formatted(parts, points);
        }
        partsAt = head;
        pointsAt = (int) vertices;
        zAt = type.hasZ() ? (int) afterPoints : -1;
        mAt = type.mayHaveM() ? (int) afterZ : -1;
        return null;
    }

    /** Whether content of that length holds all that the counts say. */
    boolean fits(long length) {
        return length >= shortest;
    }

    ShapeType type() {
        return type;
    }

    int parts() {
        return parts;
    }

    int points() {
        return points;
    }

    /** Where the indices of the parts' first points begin. */
    int partsAt() {
        return partsAt;
    }

    int pointsAt() {
        return pointsAt;
    }

    /** Where the box lies: minX, minY, maxX, maxY; meaningless for points. */
    static int boxAt() {
        return BOX_AT;
    }

    /** Where heights begin, the range of two before them unless it is a point; -1 for none. */
    int zAt() {
        return zAt;
    }

    /** Where measures begin, likewise, if content of that length has them; -1 for none. */
    int mAt(long length) {
        return mAt >= 0 && length >= longest ? mAt : -1;
    }

    /** Length of the content in bytes without measures that it may have. */
    long shortest() {
        return shortest;
    }

    /** Length of the content in bytes with measures, if its type may have them. */
    long longest() {
        return longest;
    }
}
