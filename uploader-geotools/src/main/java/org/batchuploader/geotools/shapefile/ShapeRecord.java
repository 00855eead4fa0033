package org.batchuploader.geotools.shapefile;

import org.jspecify.annotations.Nullable;

/** The record a {@link ShpReader} stands on: a view on its bytes, overwritten by the next one. */
public final class ShapeRecord {
    private static final double NO_MEASURE = -1e38;

    private byte[] bytes = {};
    private ShapeType type = ShapeType.NULL;
    private int number;
    private int parts;
    private int points;
    private int partsAt;
    private int pointsAt;
    private int zAt;
    private int mAt;
    private @Nullable RingOrder rings;

    /** @param order of the rings, as the check of the record found it */
    ShapeRecord on(RecordWalk walk, boolean empty, RingOrder order) {
        RecordLayout layout = walk.layout();
        bytes = walk.bytes();
        type = layout.type();
        number = walk.number();
        points = empty ? 0 : layout.points();
        parts = points == 0 ? 0 : type.hasParts() ? layout.parts() : 1;
        partsAt = walk.content() + layout.partsAt();
        pointsAt = walk.content() + layout.pointsAt();
        int range = type.isPoint() ? 0 : 16;
        int measures = layout.mAt(walk.length());
        zAt = type.hasZ() ? walk.content() + layout.zAt() + range : -1;
        mAt = measures < 0 ? -1 : walk.content() + measures + range;
        rings = order;
        return this;
    }

    public ShapeType type() {
        return type;
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    public boolean isEmpty() {
        return points == 0;
    }

    /** Rings, lines or patches; 1 for points. */
    public int parts() {
        return parts;
    }

    public int points() {
        return points;
    }

    /** Index of the part's first point. */
    public int start(int part) {
        return part == 0 || !type.hasParts() ? 0 : Bytes.littleInt(bytes, partsAt + 4 * part);
    }

    /** Index behind the part's last point. */
    public int end(int part) {
        return part + 1 < parts ? start(part + 1) : points;
    }

    public double x(int point) {
        return Bytes.littleDouble(bytes, pointsAt + 16 * point);
    }

    public double y(int point) {
        return Bytes.littleDouble(bytes, pointsAt + 16 * point + 8);
    }

    /** The height, no number when the type has none. */
    public double z(int point) {
        return zAt < 0 ? Double.NaN : Bytes.littleDouble(bytes, zAt + 8 * point);
    }

    /** The measure, no number when there is none or it is not known (below -1e38). */
    double m(int point) {
        double m = mAt < 0 ? Double.NaN : Bytes.littleDouble(bytes, mAt + 8 * point);
        return m > NO_MEASURE ? m : Double.NaN;
    }

    /** Whether any vertex has a measure that is known. */
    boolean isMeasured() {
        boolean measured = false;
        for (int point = 0; mAt >= 0 && point < points && !measured; point++) {
            measured = !Double.isNaN(m(point));
        }
        return measured;
    }

    /** Of a polygon: the outer ring that a ring is a hole of; -1 for an outer ring. */
    public int outer(int ring) {
        return rings == null || !type.isPolygon() ? -1 : rings.outer(ring);
    }

    /** Of a patch: what ESRI's number for the kind of a part is. */
    int kind(int part) {
        return Bytes.littleInt(bytes, partsAt + 4 * parts + 4 * part);
    }

    /** Copies x and y of successive points, little-endian. */
    void copyPoints(int from, int to, byte[] target, int at) {
        System.arraycopy(bytes, pointsAt + 16 * from, target, at, 16 * (to - from));
    }
}
