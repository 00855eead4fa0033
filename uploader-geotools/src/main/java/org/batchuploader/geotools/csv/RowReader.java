package org.batchuploader.geotools.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.ShapeBuilder;
import org.batchuploader.geotools.geometry.WktReader;
import org.batchuploader.geotools.vector.Feature;
import org.batchuploader.geotools.vector.FeatureSink;
import org.jspecify.annotations.Nullable;

/** Makes features of records, and keeps count of those that do not fit the header or have no place. */
final class RowReader {
    private static final Pattern SRID = Pattern.compile("(?i)\\s*SRID=(\\d{4,6});.*", Pattern.DOTALL);

    private final String file;
    private final CsvReader reader;
    private final boolean comma;
    private final FeatureSink sink;
    private final ShapeBuilder shapes = new ShapeBuilder();
    private String srid = "";
    private long misplaced;
    private long firstMisplaced;
    private long uneven;
    private long firstUneven;

    RowReader(String file, CsvReader reader, boolean comma, FeatureSink sink) {
        this.file = file;
        this.reader = reader;
        this.comma = comma;
        this.sink = sink;
    }

    Columns read() throws IOException, DamagedFile {
        List<String> first = reader.next();
        List<String> record = reader.next();
        Columns columns = Columns.of(first, record);
        if (columns.wkt() < 0 && (columns.x() < 0 || columns.y() < 0)) {
            throw new DamagedFile(
                    ProblemCode.NOT_GEOREFERENCED,
                    "%s has no columns with coordinates: name them longitude and latitude, or x and y, or give one with WKT."
                            .formatted(file));
        }
        if (!columns.header()) {
            row(columns, first);
        }
        for (; !record.isEmpty(); record = reader.next()) {
            row(columns, record);
        }
        return columns;
    }

    private void row(Columns columns, List<String> record) throws IOException, DamagedFile {
        if (record.size() != columns.names().size() && uneven++ == 0) {
            firstUneven = reader.line();
        }
        if (columns.wkt() >= 0) {
            text(cell(record, columns.wkt()));
        } else {
            point(cell(record, columns.x()), cell(record, columns.y()));
        }
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < columns.names().size(); i++) {
            if (i != columns.wkt()) {
                attributes.put(columns.names().get(i), Cell.value(cell(record, i), comma));
            }
        }
        int dropped = shapes.dropped();
        sink.feature(new Feature("", shapes.take(), dropped, attributes));
    }

    private static String cell(List<String> record, int index) {
        return index < record.size() ? record.get(index) : "";
    }

    private void text(String wkt) throws DamagedFile {
        if (wkt.isBlank()) {
            return;
        }
        Matcher matcher = SRID.matcher(wkt.length() > 20 ? wkt.substring(0, 20) : wkt);
        if (srid.isEmpty() && matcher.matches()) {
            srid = "EPSG:" + matcher.group(1);
        }
        try {
            WktReader.read(wkt, shapes);
        } catch (DamagedFile e) {
            throw new DamagedFile(
                    e.problem().code(), "Line %d of %s: %s".formatted(reader.line(), file, e.getMessage()));
        }
    }

    private void point(String x, String y) throws DamagedFile {
        if (x.isBlank() && y.isBlank()) {
            return;
        }
        double easting = Cell.coordinate(x, comma);
        double northing = Cell.coordinate(y, comma);
        if (Double.isFinite(easting) && Double.isFinite(northing)) {
            shapes.add(Family.POINT, easting, northing, Double.NaN, Double.NaN);
            shapes.endPart(Family.POINT, false);
        } else if (misplaced++ == 0) {
            firstMisplaced = reader.line();
        }
    }

    /** The code that the first well-known text gives; empty for none. */
    String srid() {
        return srid;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (misplaced > 0) {
            problems.add(warning(
                    "%d rows of %s have coordinates that are no numbers, the first on line %d; they have no place on the map."
                            .formatted(misplaced, file, firstMisplaced)));
        }
        if (uneven > 0) {
            problems.add(
                    warning("%d rows of %s have another number of cells than the first, the first of them on line %d."
                            .formatted(uneven, file, firstUneven)));
        }
        return problems;
    }

    private static Problem warning(String sentence) {
        return Problem.of(ProblemCode.RECORD_DAMAGED, sentence).withSeverity(Severity.WARNING);
    }
}
