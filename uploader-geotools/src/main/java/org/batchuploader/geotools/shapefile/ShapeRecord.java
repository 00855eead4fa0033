package org.batchuploader.geotools.shapefile;

/** The record a {@link ShpReader} stands on: a view on its bytes, overwritten by the next one. */
public final class ShapeRecord {
    private byte[] bytes = {};
    private ShapeType type = ShapeType.NULL;
    private int number;
    private int parts;
    private int points;
    private int partsAt;
    private int pointsAt;
    private int zAt;

    ShapeRecord on(RecordWalk walk, boolean empty) {
        RecordLayout layout = walk.layout();
        bytes = walk.bytes();
        type = layout.type();
        number = walk.number();
        points = empty ? 0 : layout.points();
        parts = points == 0 ? 0 : type.hasParts() ? layout.parts() : 1;
        partsAt = walk.content() + layout.partsAt();
        pointsAt = walk.content() + layout.pointsAt();
        zAt = type.hasZ() ? walk.content() + layout.zAt() + (type.isPoint() ? 0 : 16) : -1;
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
}
