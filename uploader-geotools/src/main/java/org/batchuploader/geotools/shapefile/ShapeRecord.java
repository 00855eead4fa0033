package org.batchuploader.geotools.shapefile;

import java.nio.ByteBuffer;

/** The record a {@link ShpReader} stands on: a view on its bytes, overwritten by the next one. */
public final class ShapeRecord {
    private final ByteBuffer content;
    private final ShapeType type;
    private final int number;
    private final int parts;
    private final int points;
    private final int partsAt;
    private final int pointsAt;

    ShapeRecord(ByteBuffer content, ShapeType type, int number, int parts, int points, int partsAt, int pointsAt) {
        this.content = content;
        this.type = type;
        this.number = number;
        this.parts = parts;
        this.points = points;
        this.partsAt = partsAt;
        this.pointsAt = pointsAt;
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
        return partsAt < 0 ? 0 : content.getInt(partsAt + 4 * part);
    }

    /** Index behind the part's last point. */
    public int end(int part) {
        return part + 1 < parts ? start(part + 1) : points;
    }

    public double x(int point) {
        return content.getDouble(pointsAt + 16 * point);
    }

    public double y(int point) {
        return content.getDouble(pointsAt + 16 * point + 8);
    }
}
