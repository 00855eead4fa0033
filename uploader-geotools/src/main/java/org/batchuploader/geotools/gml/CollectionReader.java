package org.batchuploader.geotools.gml;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.vector.Feature;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/** Reads the members of feature collections, each a feature whose element name is its layer. */
final class CollectionReader {
    private static final Set<String> MEMBERS =
            Set.of("featureMember", "featureMembers", "member", "dwgDatasetMember", "cityObjectMember");
    private static final int MOST_ATTRIBUTES = 2000;
    private static final int LONGEST_PREFIX = 200;

    private final XmlStream xml;
    private final String file;
    private final FeatureSink sink;
    private final ShapeBuilder shapes = new ShapeBuilder();
    private final GeometryReader geometries;
    private boolean any;

    CollectionReader(XmlStream xml, String file, FeatureSink sink) {
        this.xml = xml;
        this.file = file;
        this.sink = sink;
        this.geometries = new GeometryReader(xml, shapes);
    }

    /** Answers the name of the CRS; empty for none. */
    String read() throws IOException, DamagedFile {
        int members = -1;
        while (xml.next()) {
            if (!xml.isStart()) {
                members = xml.depth() < members ? -1 : members;
                continue;
            }
            if (xml.depth() == 1 && Set.of("kml", "html", "gpx", "svg", "osm").contains(xml.name())) {
                throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, "%s is %s, not GML.".formatted(file, xml.name()));
            }
            if (members > 0 && xml.depth() == members + 1 && !xml.name().endsWith("FeatureCollection")) {
                feature();
            } else if (MEMBERS.contains(xml.name())) {
                any = true;
                members = xml.depth();
            } else if (xml.name().equals("boundedBy")) {
                geometries.boundary();
            } else if (xml.name().endsWith("FeatureCollection")) {
                any = true;
                members = -1;
            }
        }
        if (!any) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED, "%s has no feature collection of GML.".formatted(file));
        }
        return geometries.crs();
    }

    private void feature() throws IOException, DamagedFile {
        String layer = xml.name();
        int line = xml.line();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        String id = xml.attribute("id") == null ? xml.attribute("fid") : xml.attribute("id");
        if (id != null) {
            attributes.put("gml_id", id);
        }
        try {
            properties("", attributes);
        } catch (DamagedFile e) {
            throw e.problem().sentence().contains(file)
                    ? e
                    : new DamagedFile(
                            e.problem().code(),
                            "The feature on line %d of %s: %s".formatted(line, file, e.getMessage()));
        }
        int dropped = shapes.dropped();
        sink.feature(new Feature(layer, shapes.take(), dropped, attributes));
    }

    /** The children of the element that starts here: text, geometry, or further children, whose names are joined by dots. */
    private void properties(String prefix, Map<String, @Nullable Object> attributes) throws IOException, DamagedFile {
        int end = xml.depth() - 1;
        while (xml.depth() > end && xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            if (xml.name().equals("boundedBy")) {
                geometries.boundary();
            } else if (GeometryReader.isGeometry(xml)) {
                geometries.read();
            } else {
                property(prefix + xml.name(), attributes);
            }
        }
    }

    private void property(String name, Map<String, @Nullable Object> attributes) throws IOException, DamagedFile {
        boolean nil = "true".equals(xml.attribute("nil"));
        XmlStream.Content content = xml.content();
        if (content.hasElement()) {
            // Stands on the first child, within the property.
            boolean inGeometry = GeometryReader.isGeometry(xml);
            if (inGeometry) {
                geometries.read();
            } else if (name.length() < LONGEST_PREFIX) {
                property(name + "." + xml.name(), attributes);
            }
            properties(name + ".", attributes, content.depth());
        } else if (attributes.size() < MOST_ATTRIBUTES) {
            attributes.put(
                    name,
                    nil || content.text().isBlank()
                            ? null
                            : Values.of(content.text().strip()));
        }
    }

    /** What is left of a property's children, up to the end of the property at that depth. */
    private void properties(String prefix, Map<String, @Nullable Object> attributes, int depth)
            throws IOException, DamagedFile {
        while (xml.depth() >= depth && xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            if (GeometryReader.isGeometry(xml)) {
                geometries.read();
            } else if (prefix.length() < LONGEST_PREFIX) {
                property(prefix + xml.name(), attributes);
            } else {
                xml.skip();
            }
        }
    }
}
