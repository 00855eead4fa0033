package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * What one pass over the shapes tells.
 *
 * @param empty records without a geometry
 * @param extent of the vertices themselves, not as the header claims
 * @param indexFault what is wrong with the {@code .shx}
 * @param cut whether the file ends before its header says or within a record
 */
record ShapeScan(
        ShapeType type, long records, long empty, Optional<Envelope> extent, Optional<String> indexFault, boolean cut) {
    static ShapeScan of(SourceFile shp, Optional<SourceFile> shx) throws IOException, DamagedFile {
        var bounds = new Bounds();
        long empty = 0;
        try (ShpReader shapes = ShpReader.open(shp);
                IndexCheck index = IndexCheck.of(shx)) {
            while (shapes.hasNext()) {
                ShapeRecord shape = shapes.next();
                index.compare(shapes.recordOffset(), shapes.recordLength());
                if (shape.isEmpty()) {
                    empty++;
                } else {
                    bounds.add(shape);
                }
            }
            return new ShapeScan(shapes.type(), shapes.read(), empty, bounds.envelope(), index.fault(), shapes.isCut());
        }
    }

    private static final class Bounds {
        private double minX = Double.POSITIVE_INFINITY;
        private double minY = Double.POSITIVE_INFINITY;
        private double maxX = Double.NEGATIVE_INFINITY;
        private double maxY = Double.NEGATIVE_INFINITY;

        void add(ShapeRecord shape) {
            for (int i = 0; i < shape.points(); i++) {
                minX = Math.min(minX, shape.x(i));
                maxX = Math.max(maxX, shape.x(i));
                minY = Math.min(minY, shape.y(i));
                maxY = Math.max(maxY, shape.y(i));
            }
        }

        Optional<Envelope> envelope() {
            return minX <= maxX ? Optional.of(new Envelope(minX, minY, maxX, maxY)) : Optional.empty();
        }
    }
}
