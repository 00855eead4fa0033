package org.batchuploader.geotools.gml;

import java.io.IOException;
import java.util.Set;
import java.util.StringTokenizer;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.AxisOrder;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads geometries of GML 2.1 and 3.2 as far as the simple features profile goes: straight lines only. The first
 * {@code srsName} says the CRS and the order of coordinates for all of the file.
 */
final class GeometryReader {
    private static final Set<String> GEOMETRIES = Set.of(
            "Point",
            "LineString",
            "LinearRing",
            "Polygon",
            "MultiPoint",
            "MultiLineString",
            "MultiPolygon",
            "MultiGeometry",
            "Curve",
            "OrientableCurve",
            "CompositeCurve",
            "MultiCurve",
            "Surface",
            "OrientableSurface",
            "CompositeSurface",
            "MultiSurface",
            "PolyhedralSurface",
            "TriangulatedSurface",
            "Tin",
            "GeometryCollection");
    private static final Set<String> POLYGONS = Set.of("Polygon", "PolygonPatch", "Triangle", "Rectangle");
    private static final Set<String> LINES = Set.of("LineString", "Curve", "CompositeCurve", "OrientableCurve");
    private static final Set<String> CURVES = Set.of(
            "Arc",
            "ArcString",
            "Circle",
            "ArcByCenterPoint",
            "CircleByCenterPoint",
            "ArcByBulge",
            "ArcStringByBulge",
            "CubicSpline",
            "BSpline",
            "Bezier",
            "Clothoid",
            "Geodesic",
            "GeodesicString",
            "Solid",
            "CompositeSolid");

    private final XmlStream xml;
    private final ShapeBuilder shapes;
    private String crs = "";
    private int dimension = 2;

    GeometryReader(XmlStream xml, ShapeBuilder shapes) {
        this.xml = xml;
        this.shapes = shapes;
    }

    static boolean isGeometry(XmlStream xml) {
        return (GEOMETRIES.contains(xml.name()) || CURVES.contains(xml.name()))
                && xml.isOf("http://www.opengis.net/gml");
    }

    /** The first {@code srsName}; empty for none. */
    String crs() {
        return crs;
    }

    /** Reads the envelope of a feature or a collection for its {@code srsName} alone. */
    void boundary() throws IOException, DamagedFile {
        int end = xml.depth() - 1;
        while (xml.depth() > end && xml.next()) {
            if (xml.isStart()) {
                attributes();
            }
        }
    }

    /** What is being read: a line or ring that goes on through its segments until its own element ends. */
    private static final class Part {
        @Nullable Family family;

        int depth;
        boolean hole;
    }

    /** Reads the geometry that starts here to its end. */
    void read() throws IOException, DamagedFile {
        int end = xml.depth() - 1;
        Part part = new Part();
        dimension = 2;
        start(part);
        while (xml.depth() > end && xml.next()) {
            if (xml.isStart()) {
                start(part);
            } else if (part.family != null && xml.depth() < part.depth) {
                shapes.endPart(part.family, part.hole);
                part.family = null;
            }
        }
    }

    private void start(Part part) throws IOException, DamagedFile {
        attributes();
        String name = xml.name();
        if (CURVES.contains(name)) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    "It has a geometry of kind %s, which is not supported; ogr2ogr -nlt CONVERT_TO_LINEAR makes lines of it."
                            .formatted(name));
        }
        switch (name) {
            case "exterior", "outerBoundaryIs" -> part.hole = false;
            case "interior", "innerBoundaryIs" -> part.hole = true;
            case "LinearRing", "Ring" -> begin(part, Family.POLYGON);
            case "Point" -> begin(part, Family.POINT);
            case "pos", "posList" -> list(xml.text(), part);
            case "coordinates" -> coordinates(part);
            case "X", "Y", "Z" -> ordinate(part);
            default -> {
                if (LINES.contains(name)) {
                    begin(part, Family.LINE);
                } else if (POLYGONS.contains(name)) {
                    part.hole = false;
                }
            }
        }
    }

    private void begin(Part part, Family family) {
        if (part.family == null) {
            part.family = family;
            part.depth = xml.depth();
            if (family != Family.POLYGON) {
                part.hole = false;
            }
        }
    }

    private void attributes() throws DamagedFile {
        String dimensions = xml.attribute("srsDimension");
        if (dimensions == null) {
            dimensions = xml.attribute("dimension");
        }
        if (dimensions != null) {
            dimension = dimensions.strip().equals("3") ? 3 : 2;
        }
        String name = xml.attribute("srsName");
        if (name == null || name.equals(crs)) {
            return;
        }
        if (!crs.isEmpty()) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    "It has geometries in several coordinate reference systems: %s and %s.".formatted(crs, name));
        }
        crs = name;
        shapes.swap(AxisOrder.isNorthFirst(name));
    }

    private void list(String text, Part part) throws DamagedFile {
        Family family = family(part);
        StringTokenizer numbers = new StringTokenizer(text);
        boolean single = numbers.countTokens() == 3;
        int size = single ? 3 : dimension;
        while (numbers.hasMoreTokens()) {
            double x = number(numbers.nextToken());
            if (!numbers.hasMoreTokens()) {
                throw new DamagedFile("a list of positions ends within one.");
            }
            double y = number(numbers.nextToken());
            double z = size == 3 && numbers.hasMoreTokens() ? number(numbers.nextToken()) : Double.NaN;
            shapes.add(family, x, y, z, Double.NaN);
        }
    }

    /** GML 2: separators may be set by attributes. */
    private void coordinates(Part part) throws IOException, DamagedFile {
        Family family = family(part);
        String between = separator("ts", " ");
        String within = separator("cs", ",");
        String decimal = separator("decimal", ".");
        StringTokenizer tuples = new StringTokenizer(xml.text(), between.isBlank() ? " \t\r\n" : between);
        while (tuples.hasMoreTokens()) {
            String tuple = tuples.nextToken().strip();
            if (tuple.isEmpty()) {
                continue;
            }
            StringTokenizer numbers = new StringTokenizer(tuple, within);
            if (numbers.countTokens() < 2) {
                throw new DamagedFile("a position has one coordinate only.");
            }
            double x = number(numbers.nextToken().replace(decimal, "."));
            double y = number(numbers.nextToken().replace(decimal, "."));
            double z = numbers.hasMoreTokens() ? number(numbers.nextToken().replace(decimal, ".")) : Double.NaN;
            shapes.add(family, x, y, z, Double.NaN);
        }
    }

    private String separator(String name, String usual) {
        String given = xml.attribute(name);
        return given == null || given.isEmpty() ? usual : given;
    }

    /** {@code <coord><X/><Y/><Z/></coord>} of GML 2, read from its first child on. */
    private void ordinate(Part part) throws IOException, DamagedFile {
        int end = xml.depth() - 1;
        double[] xyz = {Double.NaN, Double.NaN, Double.NaN};
        do {
            int index = xml.isStart() ? "XYZ".indexOf(xml.name()) : -1;
            if (index >= 0) {
                xyz[index] = number(xml.text().strip());
            }
        } while (xml.depth() >= end && xml.next() && xml.depth() >= end);
        shapes.add(family(part), xyz[0], xyz[1], xyz[2], Double.NaN);
    }

    private static Family family(Part part) throws DamagedFile {
        if (part.family == null) {
            throw new DamagedFile("there are coordinates outside of any geometry.");
        }
        return part.family;
    }

    private static double number(String text) throws DamagedFile {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DamagedFile(
                    "\"%s\" is no coordinate.".formatted(text.length() > 40 ? text.substring(0, 40) + "..." : text));
        }
    }
}
