package org.batchuploader.geotools.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.vector.Feature;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.Told;
import org.jspecify.annotations.Nullable;

/** Reads one root value after the other: collections, features or bare geometries, their members in any order. */
final class DocumentReader {
    private final JsonParser json;
    private final String file;
    private final String charset;
    private final FeatureSink sink;
    private final ShapeBuilder shapes = new ShapeBuilder();
    private final GeometryReader geometries;
    private @Nullable Told told;
    private boolean foreign;
    private boolean any;

    DocumentReader(JsonParser json, String file, String charset, FeatureSink sink) {
        this.json = json;
        this.file = file;
        this.charset = charset;
        this.sink = sink;
        this.geometries = new GeometryReader(json, shapes);
    }

    Told read() throws IOException, DamagedFile {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw foreign("no object but " + (token == JsonToken.START_ARRAY ? "a list" : "a single value"));
            }
            root();
        }
        if (!any && foreign) {
            throw foreign("JSON of another kind");
        }
        return told == null ? Told.degrees(charset) : told;
    }

    private DamagedFile foreign(String what) {
        return new DamagedFile(
                ProblemCode.FORMAT_UNSUPPORTED,
                "%s is %s, not GeoJSON; ogr2ogr makes GeoJSON of Esri JSON and TopoJSON.".formatted(file, what));
    }

    /** A collection, whose features go to the sink as they come, or a single feature or geometry. */
    private void root() throws IOException, DamagedFile {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        boolean single = false;
        geometries.begin();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "features" -> features();
                case "crs" -> crs();
                case "geometry" -> {
                    single = true;
                    geometries.geometry();
                }
                case "properties" -> properties(attributes);
                case "id" -> id(attributes);
                case "type" -> type();
                default -> single |= geometries.member(name);
            }
        }
        if (single) {
            geometries.end();
            hand(attributes);
        }
    }

    private void type() throws IOException {
        String type = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
        foreign |= type.equals("Topology");
        geometries.type(type);
    }

    private void features() throws IOException, DamagedFile {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        any = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                feature();
            } else {
                json.skipChildren();
            }
        }
    }

    private void feature() throws IOException, DamagedFile {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        geometries.begin();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "geometry" -> geometries.geometry();
                case "properties" -> properties(attributes);
                case "id" -> id(attributes);
                case "attributes" -> throw foreign("Esri JSON");
                default -> json.skipChildren();
            }
        }
        hand(attributes);
    }

    private void hand(Map<String, @Nullable Object> attributes) throws IOException, DamagedFile {
        any = true;
        int dropped = shapes.dropped();
        sink.feature(new Feature("", shapes.take(), dropped, attributes));
    }

    private void properties(Map<String, @Nullable Object> attributes) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            Object value = Values.read(json);
            if (attributes.size() < Values.MOST || attributes.containsKey(name)) {
                attributes.put(name, value);
            }
        }
    }

    private void id(Map<String, @Nullable Object> attributes) throws IOException {
        Object value = Values.read(json);
        if (value != null) {
            attributes.putIfAbsent("id", value);
        }
    }

    /** The member of 2008: a name, or null for "not known"; a link is not followed. */
    private void crs() throws IOException {
        String name = "";
        if (json.currentToken() == JsonToken.START_OBJECT) {
            for (int depth = 1; depth > 0; ) {
                JsonToken token = json.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                boolean named = depth == 2 && "name".equals(json.currentName());
                if (named && token == JsonToken.VALUE_STRING) {
                    name = json.getText();
                }
            }
        }
        told = name.isEmpty()
                ? Told.silent("The crs member of %s names none, so nothing says".formatted(file), null, charset)
                : name.toUpperCase(java.util.Locale.ROOT).contains("CRS84")
                        ? Told.degrees(charset)
                        : Told.saying(name, charset);
    }
}
