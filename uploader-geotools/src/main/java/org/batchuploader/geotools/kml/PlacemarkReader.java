package org.batchuploader.geotools.kml;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.vector.Feature;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/** Reads placemarks: name, description, times and extended data as attributes, and their geometry. */
final class PlacemarkReader {
    private final String file;
    private final FeatureSink sink;
    private final ShapeBuilder shapes = new ShapeBuilder();
    private final Map<String, Map<String, String>> schemas = new LinkedHashMap<>();
    private long placemarks;
    private boolean overlay;
    private boolean link;
    private boolean hole;

    PlacemarkReader(String file, FeatureSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Reads a document. */
    void read(XmlStream xml) throws IOException, DamagedFile {
        boolean root = true;
        while (xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            if (root
                    && !xml.name().equals("kml")
                    && !xml.name().equals("Document")
                    && !xml.name().equals("Folder")) {
                throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, file + " is XML, but not KML.");
            }
            root = false;
            switch (xml.name()) {
                case "Placemark" -> placemark(xml);
                case "Schema" -> schema(xml);
                case "GroundOverlay", "PhotoOverlay", "ScreenOverlay" -> overlay = true;
                case "NetworkLink" -> link = true;
                default -> {}
            }
        }
    }

    /** After the last document. */
    void end() throws DamagedFile {
        if (placemarks == 0 && (overlay || link)) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    link
                            ? "%s only links to data elsewhere, and links are not followed; save the data themselves."
                                    .formatted(file)
                            : "%s holds images laid over the map, which are not supported; deliver a GeoTIFF."
                                    .formatted(file));
        }
    }

    /** The types of extended data, so that numbers come out as such. */
    private void schema(XmlStream xml) throws IOException, DamagedFile {
        Map<String, String> types = new LinkedHashMap<>();
        String id = xml.attribute("id");
        int end = xml.depth() - 1;
        while (xml.depth() > end && xml.next()) {
            String name = xml.isStart() && xml.name().equals("SimpleField") ? xml.attribute("name") : null;
            String type = name == null ? null : xml.attribute("type");
            if (name != null && type != null && types.size() < 2000) {
                types.put(name, type);
            }
        }
        if (id != null && schemas.size() < 1000) {
            schemas.put("#" + id, types);
        }
    }

    private void placemark(XmlStream xml) throws IOException, DamagedFile {
        placemarks++;
        int line = xml.line();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        int end = xml.depth() - 1;
        while (xml.depth() > end && xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "name", "description", "address", "phoneNumber", "when", "begin", "end" ->
                    put(attributes, xml.name(), xml.text().strip());
                case "ExtendedData" -> extended(xml, attributes);
                case "Point", "LineString", "LinearRing", "Polygon", "Track" -> geometry(xml, line);
                case "Style", "StyleMap", "LookAt", "Camera", "Model", "Region", "Snippet" -> xml.skip();
                default -> {}
            }
        }
        int dropped = shapes.dropped();
        sink.feature(new Feature("", shapes.take(), dropped, attributes));
    }

    private static void put(Map<String, @Nullable Object> attributes, String name, @Nullable Object value) {
        if (attributes.size() < 2000) {
            attributes.put(name, value);
        }
    }

    private void extended(XmlStream xml, Map<String, @Nullable Object> attributes) throws IOException, DamagedFile {
        int end = xml.depth() - 1;
        Map<String, String> types = Map.of();
        String data = null;
        while (xml.depth() > end && xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "SchemaData" -> types = schemas.getOrDefault(String.valueOf(xml.attribute("schemaUrl")), Map.of());
                case "Data" -> data = xml.attribute("name");
                case "SimpleData" -> {
                    String name = xml.attribute("name");
                    String text = xml.text();
                    if (name != null) {
                        put(attributes, name, typed(types.getOrDefault(name, "string"), text));
                    }
                }
                case "value" -> {
                    String text = xml.text();
                    if (data != null) {
                        put(attributes, data, text.isEmpty() ? null : text);
                    }
                }
                default -> {}
            }
        }
    }

    private static @Nullable Object typed(String type, String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        try {
            return switch (type) {
                case "int", "short", "uint", "ushort", "long" -> Long.parseLong(plain);
                case "float", "double" -> Double.parseDouble(plain);
                case "bool" -> plain.equals("1") || plain.equalsIgnoreCase("true");
                default -> text;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Reads one geometry to its end. */
    private void geometry(XmlStream xml, int line) throws IOException, DamagedFile {
        Family family =
                switch (xml.name()) {
                    case "Point" -> Family.POINT;
                    case "Polygon" -> Family.POLYGON;
                    default -> Family.LINE;
                };
        hole = false;
        int end = xml.depth() - 1;
        try {
            while (xml.depth() > end && xml.next()) {
                if (!xml.isStart()) {
                    continue;
                }
                switch (xml.name()) {
                    case "outerBoundaryIs" -> hole = false;
                    case "innerBoundaryIs" -> hole = true;
                    case "coordinates" -> {
                        Tuples.read(xml.text(), family, shapes);
                        shapes.endPart(family, hole);
                    }
                    case "coord" -> Tuples.read(xml.text().strip().replace(' ', ','), family, shapes);
                    default -> {}
                }
            }
            shapes.endPart(family, hole);
        } catch (DamagedFile e) {
            throw e.problem().sentence().contains(file)
                    ? e
                    : new DamagedFile(
                            e.problem().code(),
                            "The placemark on line %d of %s: %s".formatted(line, file, e.getMessage()));
        }
    }
}
