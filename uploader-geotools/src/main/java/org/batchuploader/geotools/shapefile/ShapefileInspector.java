package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.CrsFinding;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.batchuploader.geotools.crs.PrjFile;

/** Inspects a shapefile: one pass over the shapes, one over the rows, then what both say together. */
public final class ShapefileInspector {
    private final CrsIdentifier identifier;

    public ShapefileInspector(CrsIdentifier identifier) {
        this.identifier = identifier;
    }

    public Inspection inspect(DatasetFiles files, Correction correction) throws IOException {
        List<Problem> missing = missing(files);
        if (!missing.isEmpty()) {
            return new Inspection(Format.SHAPEFILE, null, null, null, null, null, missing);
        }
        try {
            SourceFile shp = files.find("shp").orElseThrow();
            ShapeScan shapes = ShapeScan.of(shp, files.find("shx"));
            TableScan table = TableScan.of(files, files.find("dbf").orElseThrow(), correction.charset());
            return report(files, correction, shp, shapes, table);
        } catch (DamagedFile e) {
            return new Inspection(Format.SHAPEFILE, null, null, null, null, null, List.of(e.problem()));
        }
    }

    /** Parts that cannot be done without; the index can, because it is rebuilt. */
    public static List<Problem> missing(DatasetFiles files) {
        return List.of("shp", "dbf").stream()
                .filter(extension -> files.find(extension).isEmpty())
                .map(extension -> Problem.of(
                        ProblemCode.PART_MISSING, "The file %s.%s is missing.".formatted(files.base(), extension)))
                .toList();
    }

    private Inspection report(
            DatasetFiles files, Correction correction, SourceFile shp, ShapeScan shapes, TableScan table)
            throws IOException {
        var problems = new ArrayList<Problem>();
        problems.addAll(agreement(shp, shapes, table));
        shapes.indexFault()
                .ifPresent(fault ->
                        problems.add(Problem.of(ProblemCode.SHX_REBUILT, fault + " It is made anew from the shapes.")));
        table.problem().ifPresent(problems::add);
        Optional<Envelope> extent = shapes.extent();
        CrsFinding crs = identifier.identify(PrjFile.read(files.find("prj")), extent.orElse(null), correction.crs());
        problems.addAll(crs.problems());
        var vector = new VectorDescription(
                shapes.type().title(),
                Math.max(0, Math.min(shapes.records(), table.rows()) - table.deleted()),
                table.fields(),
                table.text() ? table.charset().name() : null,
                table.sample());
        return new Inspection(
                Format.SHAPEFILE, vector, null, extent.orElse(null), crs.geographicExtent(), crs.crs(), problems);
    }

    private static List<Problem> agreement(SourceFile shp, ShapeScan shapes, TableScan table) {
        var problems = new ArrayList<Problem>();
        if (shapes.records() > table.rows()) {
            problems.add(Problem.of(
                    ProblemCode.RECORD_DAMAGED,
                    "%s has %d shapes but its table has only %d rows%s."
                            .formatted(
                                    shp.name(),
                                    shapes.records(),
                                    table.rows(),
                                    table.declaredRows() > table.rows()
                                            ? " of the " + table.declaredRows() + " it promises"
                                            : "")));
        } else if (shapes.records() < table.rows()) {
            problems.add(
                    shapes.cut()
                            ? Problem.of(
                                    ProblemCode.RECORD_DAMAGED,
                                    "%s is cut off after %d of %d records."
                                            .formatted(shp.name(), shapes.records(), table.rows()))
                            : warning("The table has %d rows for %d shapes; the rows without a shape are left out."
                                    .formatted(table.rows(), shapes.records())));
        } else if (shapes.cut()) {
            problems.add(
                    warning("%s does not end where its header says, yet every record is there.".formatted(shp.name())));
        }
        if (shapes.records() == 0 || table.rows() == table.deleted()) {
            problems.add(Problem.of(ProblemCode.EMPTY_DATASET, shp.name() + " has no features."));
        } else if (shapes.extent().isEmpty()) {
            problems.add(Problem.of(
                    ProblemCode.EMPTY_DATASET,
                    "None of the %d features of %s has a geometry.".formatted(shapes.records(), shp.name())));
        }
        return problems;
    }

    private static Problem warning(String sentence) {
        return Problem.of(ProblemCode.RECORD_DAMAGED, sentence).withSeverity(Severity.WARNING);
    }
}
