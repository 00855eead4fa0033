package org.batchuploader.geotools.shapefile;

import java.util.Optional;

/** The shape types of ESRI's technical description of July 1998, by their numbers. */
public enum ShapeType {
    NULL(0, "None"),
    POINT(1, "Point"),
    LINE(3, "LineString"),
    POLYGON(5, "Polygon"),
    MULTI_POINT(8, "MultiPoint"),
    POINT_Z(11, "Point Z"),
    LINE_Z(13, "LineString Z"),
    POLYGON_Z(15, "Polygon Z"),
    MULTI_POINT_Z(18, "MultiPoint Z"),
    POINT_M(21, "Point M"),
    LINE_M(23, "LineString M"),
    POLYGON_M(25, "Polygon M"),
    MULTI_POINT_M(28, "MultiPoint M"),
    MULTI_PATCH(31, "MultiPatch");

    private static final ShapeType[] BY_NUMBER = new ShapeType[32];

    static {
        for (ShapeType type : values()) {
            BY_NUMBER[type.number] = type;
        }
    }

    private final int number;
    private final String title;

    ShapeType(int number, String title) {
        this.number = number;
        this.title = title;
    }

    @SuppressWarnings("NullAway")
    static Optional<ShapeType> of(int number) {
        return number < 0 || number >= BY_NUMBER.length ? Optional.empty() : Optional.ofNullable(BY_NUMBER[number]);
    }

    int number() {
        return number;
    }

    /** As the description of a vector dataset names it. */
    public String title() {
        return title;
    }

    boolean hasParts() {
        return isLine() || isPolygon() || isPatch();
    }

    /** Whether each vertex has a height, in the same array whatever its unit. */
    public boolean hasZ() {
        return number / 10 == 1 || isPatch();
    }

    /** Whether each vertex may have a measure; even then a record may leave them out. */
    boolean mayHaveM() {
        return number > 10;
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
