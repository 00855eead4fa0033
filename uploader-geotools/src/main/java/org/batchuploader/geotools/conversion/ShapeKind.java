package org.batchuploader.geotools.conversion;

import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.Shape;

/** The one type that all shapes of a shapefile are of. */
public record ShapeKind(Family family, boolean multi, boolean hasZ, boolean hasM) {
    /** As the description of a vector dataset names it: {@code Polygon Z}. A shape with z has room for m as well. */
    public String title() {
        return (multi && family == Family.POINT ? "MultiPoint" : family.title()) + (hasZ ? " Z" : hasM ? " M" : "");
    }

    /** The kind of that title. */
    public static ShapeKind of(String title) {
        boolean hasZ = title.endsWith(" Z");
        boolean hasM = title.endsWith(" M");
        String plain = hasZ || hasM ? title.substring(0, title.length() - 2) : title;
        return switch (plain) {
            case "Point" -> new ShapeKind(Family.POINT, false, hasZ, hasM);
            case "MultiPoint" -> new ShapeKind(Family.POINT, true, hasZ, hasM);
            case "LineString" -> new ShapeKind(Family.LINE, true, hasZ, hasM);
            case "Polygon" -> new ShapeKind(Family.POLYGON, true, hasZ, hasM);
            default -> throw new IllegalArgumentException("no kind of shape: " + title);
        };
    }

    int number() {
        int plain =
                switch (family) {
                    case POINT -> multi ? 8 : 1;
                    case LINE -> 3;
                    case POLYGON -> 5;
                };
        return plain + (hasZ ? 10 : hasM ? 20 : 0);
    }

    /** Length of a record's content in bytes. */
    public int length(Shape shape) {
        int n = shape.points();
        if (family == Family.POINT && !multi) {
            return 20 + (hasZ ? 16 : hasM ? 8 : 0);
        }
        int parts = family == Family.POINT ? 0 : 4 + 4 * shape.parts();
        return 40 + parts + 16 * n + (hasZ ? 16 + 8 * n : 0) + (hasM ? 16 + 8 * n : 0);
    }

    /** Length of the content of a record without a shape. */
    public static int emptyLength() {
        return 4;
    }
}
