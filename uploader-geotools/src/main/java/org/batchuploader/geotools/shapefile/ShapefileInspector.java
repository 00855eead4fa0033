package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.CrsFinding;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.batchuploader.geotools.crs.PrjFile;
import org.jspecify.annotations.Nullable;

/** Inspects a shapefile: one pass over the shapes, one over the rows, then what both say together. */
public final class ShapefileInspector {
    private final CrsIdentifier identifier;

    public ShapefileInspector(CrsIdentifier identifier) {
        this.identifier = identifier;
    }

    /** Without a table the shapes are numbered; whether to wait for the table instead is the discovery's to say. */
    public Inspection inspect(DatasetFiles files, Correction correction) throws IOException {
        if (files.find("shp").isEmpty()) {
            return new Inspection(
                    Format.SHAPEFILE, null, null, null, null, null, List.of(missing(files.base(), "shp")));
        }
        try {
            Scans scans = Scans.of(files, correction.charset());
            Optional<Envelope> extent = scans.shapes().extent();
            CrsFinding crs =
                    identifier.identify(PrjFile.read(files.find("prj")), extent.orElse(null), correction.crs());
            Findings findings = Agreement.of(files, scans, text(files, scans, crs.geographicExtent()));
            return report(findings, crs);
        } catch (DamagedFile e) {
            return new Inspection(Format.SHAPEFILE, null, null, null, null, null, List.of(e.problem()));
        }
    }

    /** Writes all parts anew if anything about them has to be put right; what it is, the inspection said. */
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException, DamagedFile {
        Scans scans = Scans.of(files, correction.charset());
        Findings findings = Agreement.of(files, scans, text(files, scans, inspection.geographicExtent()));
        return findings.fit() ? List.of() : new Repair(files, findings).write(sink);
    }

    /**
     * Parts that cannot be done without; the index can, because it is rebuilt.
     *
     * @param whole whether nothing can be added any more, as in an archive: then a table is made in place of a missing one
     */
    public static List<Problem> missing(DatasetFiles files, boolean whole) {
        return (whole ? List.of("shp") : List.of("shp", "dbf"))
                .stream()
                        .filter(extension -> files.find(extension).isEmpty())
                        .map(extension -> missing(files.base(), extension))
                        .toList();
    }

    private static Problem missing(String base, String extension) {
        return Problem.of(ProblemCode.PART_MISSING, "The file %s.%s is missing.".formatted(base, extension));
    }

    private static @Nullable TableText text(DatasetFiles files, Scans scans, @Nullable Envelope area) {
        TableScan table = scans.table();
        return table == null
                ? null
                : TableText.of(table, files.find("dbf").orElseThrow().name(), area);
    }

    private static Inspection report(Findings findings, CrsFinding crs) {
        var problems = new ArrayList<>(findings.problems());
        problems.addAll(crs.problems());
        return new Inspection(
                Format.SHAPEFILE,
                describe(findings),
                null,
                findings.shapes().extent().orElse(null),
                crs.geographicExtent(),
                crs.crs(),
                problems);
    }

    private static VectorDescription describe(Findings findings) {
        String type = findings.shapes().type().title();
        TableScan table = findings.table();
        TableText text = findings.text();
        if (table == null || text == null) {
            List<Field> number =
                    List.of(new Field(NumberColumn.NAME, NumberColumn.NAME, "integer", NumberColumn.WIDTH, 0));
            return new VectorDescription(type, findings.count(), number, null, List.of());
        }
        return new VectorDescription(
                type,
                findings.count(),
                text.fields(),
                table.text() ? text.charset().name() : null,
                text.sample());
    }
}
