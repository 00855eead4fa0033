package org.batchuploader.geotools.render;

import java.io.IOException;
import java.io.OutputStream;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.Transformer;
import org.batchuploader.geotools.shapefile.AttributeReader;
import org.batchuploader.geotools.shapefile.ShapeRecord;
import org.batchuploader.geotools.shapefile.ShpReader;

/** Writes GeoJSON after RFC 7946 while reading, so that memory does not depend on the number of features. */
public final class GeoJsonExport {
    private static final String BEGIN = "{\"type\":\"FeatureCollection\",\"features\":[";

    private GeoJsonExport() {}

    /** Shapes with their attributes, at most {@code limit} of them, evenly chosen; answers how many. */
    public static long shapes(
            DatasetFiles files, VectorDescription vector, Transformer transformer, long limit, OutputStream out)
            throws IOException, DamagedFile {
        var json = new JsonOut(out);
        var geometry = new GeometryOut(json, transformer);
        long seen = 0;
        long written = 0;
        try (ShpReader shapes = ShpReader.open(files.find("shp").orElseThrow());
                AttributeReader rows = AttributeReader.open(files.find("dbf").orElseThrow(), vector)) {
            json.raw(BEGIN);
            while (written < limit && shapes.hasNext() && rows.next()) {
                ShapeRecord shape = shapes.next();
                if (rows.isDeleted()) {
                    continue;
                }
                if (isChosen(seen++, vector.count(), limit)) {
                    json.raw(written++ > 0 ? ",\n" : "\n").raw("{\"type\":\"Feature\",\"id\":" + shape.number());
                    json.raw(",\"properties\":{");
                    for (int i = 0; i < vector.fields().size(); i++) {
                        json.raw(i > 0 ? "," : "").text(vector.fields().get(i).name());
                        json.raw(":").value(rows.value(i));
                    }
                    json.raw("},\"geometry\":");
                    geometry.write(shape);
                    json.raw("}");
                }
            }
            json.raw("\n]}\n").flush();
        }
        return written;
    }

    /** The nth of the count is one of the limit that lie evenly among them. */
    private static boolean isChosen(long n, long count, long limit) {
        return limit >= count || Math.floor((double) (n + 1) * limit / count) > Math.floor((double) n * limit / count);
    }

    /** The outline of an image; nothing when a corner of it is nowhere on the earth, as of a disk seen from space. */
    public static long footprint(double[] corners, String name, Transformer transformer, OutputStream out)
            throws IOException {
        boolean clockwise = isClockwise(corners);
        double[][] ring = new double[5][];
        for (int i = 0; i <= 4; i++) {
            int corner = clockwise ? (4 - i) % 4 : i % 4;
            ring[i] = new double[] {corners[2 * corner], corners[2 * corner + 1]};
            if (!transformer.transform(ring[i])) {
                return 0;
            }
        }
        var json = new JsonOut(out);
        json.raw(BEGIN)
                .raw("{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":")
                .text(name);
        json.raw("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i <= 4; i++) {
            json.raw(i > 0 ? "," : "").position(ring[i]);
        }
        json.raw("]]}}]}\n").flush();
        return 1;
    }

    private static boolean isClockwise(double[] p) {
        return (p[2] - p[0]) * (p[5] - p[1]) - (p[4] - p[0]) * (p[3] - p[1]) < 0;
    }
}
