package org.batchuploader.geotools.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.ShapeBuilder;

/** Reads geometry objects; the type may come before the coordinates or after them. */
final class GeometryReader {
    private static final int DEEPEST = 16;

    private final JsonParser json;
    private final ShapeBuilder shapes;
    private String type = "";
    private Coordinates coordinates = new Coordinates();
    private int depth;

    GeometryReader(JsonParser json, ShapeBuilder shapes) {
        this.json = json;
        this.shapes = shapes;
    }

    /** A feature or a bare geometry begins. */
    void begin() {
        type = "";
        coordinates.clear();
        depth = 0;
    }

    void type(String name) {
        type = name;
    }

    /** Reads the value of a member of a geometry, or of whatever is none; answers whether it is one of a geometry. */
    boolean member(String name) throws IOException, DamagedFile {
        if (name.equals("coordinates")) {
            coordinates.read(json);
            return true;
        }
        if (name.equals("geometries") && json.currentToken() == JsonToken.START_ARRAY) {
            geometries();
            return true;
        }
        json.skipChildren();
        return false;
    }

    /** Hands the geometry over whose members were read. */
    void end() throws DamagedFile {
        if (!coordinates.isEmpty()) {
            coordinates.shapes(type, shapes);
            coordinates.clear();
        }
    }

    /** Reads a whole geometry; null is none. */
    void geometry() throws IOException, DamagedFile {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        type = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.getText();
            } else {
                member(name);
            }
        }
        end();
    }

    private void geometries() throws IOException, DamagedFile {
        if (++depth > DEEPEST) {
            throw new DamagedFile("A geometry is nested more than %d deep.".formatted(DEEPEST));
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            geometry();
        }
        depth--;
    }
}
