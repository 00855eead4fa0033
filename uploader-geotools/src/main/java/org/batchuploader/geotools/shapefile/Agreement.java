package org.batchuploader.geotools.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Judges what the scans saw. What can be put right without a loss is said and done; what would leave out or make up a part
 * of the data is a warning; and where more is gone than can be told, nothing is published.
 */
final class Agreement {
    private final DatasetFiles files;
    private final ShapeScan shapes;
    private final @Nullable TableScan table;
    private final @Nullable TableText text;
    private final List<Problem> problems = new ArrayList<>();
    private boolean fit = true;

    private Agreement(DatasetFiles files, Scans scans, @Nullable TableText text) {
        this.files = files;
        this.shapes = scans.shapes();
        this.table = scans.table();
        this.text = text;
    }

    static Findings of(DatasetFiles files, Scans scans, @Nullable TableText text) {
        var agreement = new Agreement(files, scans, text);
        agreement.counts();
        if (agreement.problems.stream().noneMatch(problem -> problem.severity() == Severity.FATAL)) {
            agreement.repaired("shp", ShapeRemarks.of(scans.shapes()));
            agreement.index();
            agreement.table();
            agreement.content();
        }
        return new Findings(scans.shapes(), scans.table(), text, agreement.problems, agreement.fit);
    }

    private String name(String extension) {
        return files.find(extension).map(file -> file.name()).orElse(files.base() + "." + extension);
    }

    private void counts() {
        int records = shapes.records();
        if (table == null) {
            add(
                    ProblemCode.PART_MISSING,
                    Severity.WARNING,
                    "The table %s is missing; in its place the shapes are numbered.".formatted(name("dbf")));
            if (shapes.trouble().isPresent() && records != shapes.indexEntries()) {
                add(ProblemCode.RECORD_DAMAGED, Severity.FATAL, shapes.trouble().get());
            }
            return;
        }
        long rows = Math.min(table.header().declaredRows(), table.header().availableRows());
        if (shapes.trouble().isPresent() && records != rows) {
            String trouble = shapes.trouble().get();
            add(
                    ProblemCode.RECORD_DAMAGED,
                    Severity.FATAL,
                    rows > records && isCut() ? "%s %s".formatted(trouble, cutOff(rows)) : trouble);
        } else if (records > table.rows()) {
            tooFewRows(table.header(), records, rows);
        } else if (records < rows && (isCut() || shapes.indexEntries() == rows)) {
            add(ProblemCode.RECORD_DAMAGED, Severity.FATAL, cutOff(rows));
        } else if (records < rows) {
            add(
                    ProblemCode.RECORD_DAMAGED,
                    Severity.WARNING,
                    "The table has %d rows for %d shapes; the rows without a shape are left out."
                            .formatted(rows, records));
        }
    }

    private String cutOff(long rows) {
        return "%s is cut off after %d of %d records.".formatted(name("shp"), shapes.records(), rows);
    }

    private boolean isCut() {
        return shapes.header().length() > shapes.size();
    }

    private void tooFewRows(DbfHeader header, int records, long rows) {
        if (header.declaredRows() > header.availableRows()) {
            add(
                    ProblemCode.RECORD_DAMAGED,
                    Severity.FATAL,
                    "%s has %d shapes but its table has only %d rows of the %d it promises."
                            .formatted(name("shp"), records, rows, header.declaredRows()));
        } else {
            add(
                    ProblemCode.RECORD_DAMAGED,
                    Severity.WARNING,
                    "%s has %d shapes but its table has only %d rows; the last shapes have no attributes."
                            .formatted(name("shp"), records, rows));
        }
    }

    private void index() {
        if (shapes.indexFault().isPresent() && !shapes.indexed()) {
            fit = false;
            problems.add(Problem.of(
                    ProblemCode.SHX_REBUILT, shapes.indexFault().get() + " It is made anew from the shapes."));
        }
    }

    private void table() {
        TableScan scan = table;
        TableText read = text;
        if (scan == null || read == null) {
            return;
        }
        DbfHeader header = scan.header();
        var repairs = new ArrayList<>(header.faults());
        if (header.declaredRows() != scan.rows()
                && shapes.records() == scan.rows()
                && shapes.records() >= Math.min(header.declaredRows(), header.availableRows())) {
            repairs.add("it said that it has %d rows; it has %d".formatted(header.declaredRows(), scan.rows()));
        }
        List<String> binary = TableScan.kept(header.columns()).stream()
                .filter(column -> !ColumnCopy.isPlain(column))
                .map(column -> printable(column, read))
                .toList();
        if (!binary.isEmpty()) {
            repairs.add("columns of a kind that only FoxPro has are written in digits (%s)"
                    .formatted(String.join(", ", binary)));
        }
        repaired("dbf", repairs);
        for (DbfColumn column : header.columns()) {
            if (column.isElsewhere() && column.isOwners()) {
                fit = false;
                problems.add(Problem.of(
                        ProblemCode.FIELD_LEFT_OUT,
                        "The column %s of %s is left out; its texts are in another file (a memo file), which map servers do not read."
                                .formatted(printable(column, read), name("dbf"))));
            }
        }
        fit &= header.columns().stream().allMatch(DbfColumn::isOwners);
        scan.cells().stream().filter(cells -> cells.count() > 0).forEach(cells -> unreadable(cells, read));
        problems.addAll(read.problems());
        fit &= !read.renames();
    }

    private void unreadable(CellCheck cells, TableText read) {
        String kind =
                switch (cells.column().type()) {
                    case 'D' -> "date";
                    case 'L' -> "truth value";
                    default -> "number";
                };
        String what = cells.count() == 1
                ? "a value that is no %s (row %d); it stays".formatted(kind, cells.first())
                : "%d values that are no %s (first in row %d); they stay".formatted(cells.count(), kind, cells.first());
        add(
                ProblemCode.RECORD_DAMAGED,
                Severity.WARNING,
                "The column %s of %s has %s empty.".formatted(printable(cells.column(), read), name("dbf"), what));
    }

    private static String printable(DbfColumn column, TableText text) {
        return new DbfValues(text.charset()).text(column.rawName()).replaceAll("\\p{Cntrl}", "?");
    }

    private void content() {
        String shp = name("shp");
        if (shapes.records() == 0 || (table != null && table.rows() == table.deleted())) {
            add(ProblemCode.EMPTY_DATASET, Severity.FATAL, shp + " has no features.");
        } else if (shapes.extent().isEmpty()) {
            add(
                    ProblemCode.EMPTY_DATASET,
                    Severity.FATAL,
                    "None of the %d features of %s has a geometry.".formatted(shapes.records(), shp));
        }
    }

    private void repaired(String extension, List<String> repairs) {
        if (!repairs.isEmpty()) {
            fit = false;
            problems.add(Problem.of(
                    ProblemCode.FILE_REPAIRED,
                    "%s was repaired: %s.".formatted(name(extension), String.join("; ", repairs))));
        }
    }

    private void add(ProblemCode code, Severity severity, String sentence) {
        fit = false;
        problems.add(Problem.of(code, sentence).withSeverity(severity));
    }
}
