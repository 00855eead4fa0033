package org.batchuploader.testkit.publish;

import java.util.List;
import java.util.stream.IntStream;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.VectorDescription;

/** What an inspector finds in the samples. */
final class SampleInspection {
    private static final CoordinateReferenceSystem WGS_84 = new CoordinateReferenceSystem("EPSG:4326", "WGS 84");

    private SampleInspection() {}

    static Inspection of(PointShapefile points) {
        int last = points.count() - 1;
        var extent = new Envelope(points.x(0), points.y(0), points.x(last), points.y(last));
        List<Field> fields =
                List.of(new Field("NAME", "NAME", "string", 20, 0), new Field("POP", "POP", "integer", 9, 0));
        List<List<String>> sample = IntStream.range(0, Math.min(5, points.count()))
                .mapToObj(i -> List.of(points.name(i), Integer.toString(points.pop(i))))
                .toList();
        var vector = new VectorDescription("Point", points.count(), fields, "UTF-8", sample);
        return new Inspection(Format.SHAPEFILE, vector, null, extent, extent, WGS_84, List.of());
    }

    static Inspection ofGeoTiff() {
        var extent = new Envelope(
                SmallGeoTiff.WEST,
                SmallGeoTiff.NORTH - SmallGeoTiff.HEIGHT * SmallGeoTiff.PIXEL,
                SmallGeoTiff.WEST + SmallGeoTiff.WIDTH * SmallGeoTiff.PIXEL,
                SmallGeoTiff.NORTH);
        var raster = new RasterDescription(SmallGeoTiff.WIDTH, SmallGeoTiff.HEIGHT, List.of("uint8"), null);
        return new Inspection(Format.GEOTIFF, null, raster, extent, extent, WGS_84, List.of());
    }
}
