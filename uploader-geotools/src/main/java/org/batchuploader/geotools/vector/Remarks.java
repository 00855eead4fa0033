package org.batchuploader.geotools.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RenamedFields;
import org.batchuploader.geotools.conversion.Room;
import org.batchuploader.geotools.conversion.ShapefileWriter;

/** What the owner is told of the content of a layer, and of what becomes of it in a shapefile. */
record Remarks(String file, Format format, VectorScan scan, Rows rows) {
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        List<Field> fields = scan.fields();
        if (scan.count() == 0) {
            return List.of(Problem.of(ProblemCode.EMPTY_DATASET, file + " has no features."));
        }
        if (scan.extent().isEmpty()) {
            return List.of(Problem.of(
                    ProblemCode.EMPTY_DATASET,
                    "None of the %d features of %s has a geometry.".formatted(scan.count(), file)));
        }
        if (scan.shapeBytes() > Room.FILE || (long) ShapefileWriter.rowLength(fields) * scan.count() > Room.FILE) {
            problems.add(Problem.of(
                            ProblemCode.FORMAT_UNSUPPORTED,
                            "%s has more than a shapefile can hold, which it would have to become.".formatted(file))
                    .withHint("Deliver it in several smaller files."));
        }
        problems.add(Problem.of(
                ProblemCode.CONVERTED, "The layer is made from the %s as a shapefile.".formatted(format.title())));
        RenamedFields.problem(fields).ifPresent(problems::add);
        leftOut(problems);
        return problems;
    }

    private void leftOut(List<Problem> problems) {
        for (Map.Entry<String, Long> cut : scan.cut().entrySet()) {
            problems.add(cut("%d texts of \"%s\" are longer than %d bytes and are cut off in the layer."
                    .formatted(cut.getValue(), printable(cut.getKey()), Room.TEXT)));
        }
        if (scan.tooManyFields()) {
            problems.add(cut("There are more than %d attributes; the others are left out.".formatted(Room.COLUMNS)));
        }
        if (rows.leftOut() > 0) {
            problems.add(cut("%d features have no geometry and are left out.".formatted(rows.leftOut())));
        }
        if (rows.dropped() > 0) {
            problems.add(
                    cut("%d lines or rings have too few points to be any and are left out.".formatted(rows.dropped())));
        }
    }

    private static Problem cut(String sentence) {
        return Problem.of(ProblemCode.CONTENT_CUT, sentence);
    }

    private static String printable(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }
}
