package org.batchuploader.geotools.vector;

import java.util.List;
import java.util.Map;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A feature as its format gives it.
 *
 * @param layer it is in; empty where the format has no layers
 * @param shapes one for each family; empty without a geometry
 * @param dropped lines and rings of it that have too few points to be any
 * @param attributes by the names delivered, in their order: {@link String}, {@link Long}, another {@link
 *     Number} whose text is as it was written, {@link Boolean}, or null
 */
public record Feature(String layer, List<Shape> shapes, int dropped, Map<String, @Nullable Object> attributes) {
    @Nullable Shape shape(Family family) {
        for (Shape shape : shapes) {
            if (shape.family() == family) {
                return shape;
            }
        }
        return null;
    }
}
