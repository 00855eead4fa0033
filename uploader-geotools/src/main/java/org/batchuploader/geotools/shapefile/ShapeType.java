package org.batchuploader.geotools.shapefile;

import java.util.Optional;

/** The shape types of ESRI's technical description of July 1998, by their numbers. */
public enum ShapeType {
    NULL(0, "None", false),
    POINT(1, "Point", false),
    LINE(3, "LineString", true),
    POLYGON(5, "Polygon", true),
    MULTI_POINT(8, "MultiPoint", false),
    POINT_Z(11, "Point Z", false),
    LINE_Z(13, "LineString Z", true),
    POLYGON_Z(15, "Polygon Z", true),
    MULTI_POINT_Z(18, "MultiPoint Z", false),
    POINT_M(21, "Point M", false),
    LINE_M(23, "LineString M", true),
    POLYGON_M(25, "Polygon M", true),
    MULTI_POINT_M(28, "MultiPoint M", false),
    MULTI_PATCH(31, "MultiPatch", true);

    private final int number;
    private final String title;
    private final boolean parts;

    ShapeType(int number, String title, boolean parts) {
        this.number = number;
        this.title = title;
        this.parts = parts;
    }

    static Optional<ShapeType> of(int number) {
        for (ShapeType type : values()) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** As the description of a vector dataset names it. */
    public String title() {
        return title;
    }

    boolean hasParts() {
        return parts;
    }

    public boolean isPoint() {
        return number % 10 == 1 && !isPatch();
    }

    public boolean isMultiPoint() {
        return number % 10 == 8;
    }

    public boolean isLine() {
        return number % 10 == 3;
    }

    public boolean isPolygon() {
        return number % 10 == 5;
    }

    public boolean isPatch() {
        return this == MULTI_PATCH;
    }
}
