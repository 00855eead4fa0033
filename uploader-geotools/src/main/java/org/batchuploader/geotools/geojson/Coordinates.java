package org.batchuploader.geotools.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.ShapeBuilder;

/** Nested lists of numbers, kept flat until the type says what they mean. */
final class Coordinates {
    /** Of numbers for one geometry: 96 MB. */
    private static final int MOST = 12_000_000;

    private double[] numbers = new double[64];
    private int count;
    private int[] runs = new int[16];
    private int runCount;
    private int[] groups = new int[16];
    private int groupCount;
    private int height = -1;

    void clear() {
        count = 0;
        runCount = 0;
        groupCount = 0;
        height = -1;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Reads the value the parser stands on. Each position is kept as x, y and z. */
    void read(JsonParser json) throws IOException, DamagedFile {
        clear();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        list(json, 0);
    }

    /** Answers how many levels of lists are above the positions: 0 for a position itself. */
    private int list(JsonParser json, int depth) throws IOException, DamagedFile {
        if (depth > 4) {
            throw new DamagedFile("Coordinates are nested deeper than those of any geometry.");
        }
        JsonToken token = json.nextToken();
        if (token != null && token.isNumeric()) {
            position(json);
            height = Math.max(height, depth);
            return 0;
        }
        int inner = 0;
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                throw new DamagedFile("Among coordinates there is something that is no number.");
            }
            inner = Math.max(inner, list(json, depth + 1));
        }
        if (inner == 0) {
            runs = add(runs, runCount++, count / 3);
        } else if (inner == 1) {
            groups = add(groups, groupCount++, runCount);
        }
        return inner + 1;
    }

    private static int[] add(int[] list, int at, int value) {
        int[] room = at < list.length ? list : Arrays.copyOf(list, 2 * at);
        room[at] = value;
        return room;
    }

    private void position(JsonParser json) throws IOException, DamagedFile {
        if (count + 3 > MOST) {
            throw new DamagedFile("A geometry has more than %d points.".formatted(MOST / 3));
        }
        if (count + 3 > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[count] = json.getDoubleValue();
        numbers[count + 1] = Double.NaN;
        numbers[count + 2] = Double.NaN;
        int dimension = 1;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null || !token.isNumeric()) {
                throw new DamagedFile("Among coordinates there is something that is no number.");
            }
            if (dimension < 3) {
                numbers[count + dimension] = json.getDoubleValue();
            }
            dimension++;
        }
        if (dimension < 2) {
            throw new DamagedFile("A position has one coordinate only.");
        }
        count += 3;
    }

    /** Adds what the lists are as a geometry of that type. */
    void shapes(String type, ShapeBuilder shapes) throws DamagedFile {
        switch (type) {
            case "Point" -> {
                require(type, 0);
                run(Family.POINT, 0, 1, shapes);
                shapes.endPart(Family.POINT, false);
            }
            case "MultiPoint" -> {
                require(type, 1);
                for (int i = 0; i < count / 3; i++) {
                    run(Family.POINT, i, i + 1, shapes);
                    shapes.endPart(Family.POINT, false);
                }
            }
            case "LineString" -> runs(type, 1, Family.LINE, shapes);
            case "MultiLineString" -> runs(type, 2, Family.LINE, shapes);
            case "Polygon" -> runs(type, 2, Family.POLYGON, shapes);
            case "MultiPolygon" -> runs(type, 3, Family.POLYGON, shapes);
            default -> throw new DamagedFile("A geometry has no type, or one that GeoJSON does not have.");
        }
    }

    private void runs(String type, int levels, Family family, ShapeBuilder shapes) throws DamagedFile {
        require(type, levels);
        int group = 0;
        boolean hole = false;
        for (int i = 0; i < runCount; i++) {
            while (family == Family.POLYGON && group < groupCount && groups[group] <= i) {
                group++;
                hole = false;
            }
            run(family, i == 0 ? 0 : runs[i - 1], runs[i], shapes);
            shapes.endPart(family, hole);
            hole = family == Family.POLYGON;
        }
    }

    private void run(Family family, int from, int to, ShapeBuilder shapes) throws DamagedFile {
        for (int i = from; i < to; i++) {
            shapes.add(family, numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2], Double.NaN);
        }
    }

    private void require(String type, int levels) throws DamagedFile {
        if (height != levels) {
            throw new DamagedFile("The coordinates of a %s are nested like those of another geometry.".formatted(type));
        }
    }
}
