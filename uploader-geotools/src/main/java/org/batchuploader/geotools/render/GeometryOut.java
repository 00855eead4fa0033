package org.batchuploader.geotools.render;

import java.io.IOException;
import java.util.List;
import org.batchuploader.geotools.crs.Transformer;
import org.batchuploader.geotools.shapefile.ShapeRecord;

/** Writes shapes as geometries of RFC 7946. A shape with a point the CRS cannot place has no geometry. */
final class GeometryOut {
    private final JsonOut json;
    private final Transformer transformer;

    GeometryOut(JsonOut json, Transformer transformer) {
        this.json = json;
        this.transformer = transformer;
    }

    void write(ShapeRecord shape) throws IOException {
        if (shape.isEmpty() || !isPlaceable(shape)) {
            json.raw("null");
        } else if (shape.type().isPoint()) {
            json.raw("{\"type\":\"Point\",\"coordinates\":");
            position(shape, 0);
            json.raw("}");
        } else if (shape.type().isMultiPoint()) {
            json.raw("{\"type\":\"MultiPoint\",\"coordinates\":");
            positions(shape, 0, false);
            json.raw("}");
        } else if (shape.type().isPolygon()) {
            polygons(shape, Rings.of(shape));
        } else {
            lines(shape);
        }
    }

    private boolean isPlaceable(ShapeRecord shape) {
        double[] point = new double[2];
        for (int i = 0; i < shape.points(); i++) {
            point[0] = shape.x(i);
            point[1] = shape.y(i);
            if (!transformer.transform(point)) {
                return false;
            }
        }
        return true;
    }

    private void lines(ShapeRecord shape) throws IOException {
        boolean several = shape.parts() > 1;
        json.raw(
                several
                        ? "{\"type\":\"MultiLineString\",\"coordinates\":["
                        : "{\"type\":\"LineString\",\"coordinates\":");
        for (int part = 0; part < shape.parts(); part++) {
            json.raw(part > 0 ? "," : "");
            positions(shape, part, false);
        }
        json.raw(several ? "]}" : "}");
    }

    private void polygons(ShapeRecord shape, List<List<Integer>> polygons) throws IOException {
        if (polygons.isEmpty()) {
            json.raw("null");
            return;
        }
        boolean several = polygons.size() > 1;
        json.raw(several ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":");
        for (int p = 0; p < polygons.size(); p++) {
            json.raw(p > 0 ? ",[" : "[");
            List<Integer> rings = polygons.get(p);
            for (int r = 0; r < rings.size(); r++) {
                json.raw(r > 0 ? "," : "");
                boolean counterClockwise = Rings.area(shape, rings.get(r)) > 0;
                positions(shape, rings.get(r), counterClockwise != (r == 0));
            }
            json.raw("]");
        }
        json.raw(several ? "]}" : "}");
    }

    private void positions(ShapeRecord shape, int part, boolean reversed) throws IOException {
        int start = shape.start(part);
        int end = shape.end(part);
        json.raw("[");
        for (int i = start; i < end; i++) {
            json.raw(i > start ? "," : "");
            position(shape, reversed ? end - 1 - (i - start) : i);
        }
        json.raw("]");
    }

    private void position(ShapeRecord shape, int index) throws IOException {
        double[] point = {shape.x(index), shape.y(index)};
        transformer.transform(point);
        json.position(point);
    }
}
