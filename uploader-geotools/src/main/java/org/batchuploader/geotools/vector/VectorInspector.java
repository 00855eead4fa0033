package org.batchuploader.geotools.vector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.conversion.ShapeKind;
import org.batchuploader.geotools.crs.CrsFinding;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.jspecify.annotations.Nullable;

/** Inspects a layer of any format that is not a shapefile, in one pass, and says what becomes of it in a shapefile. */
public final class VectorInspector {
    private final CrsIdentifier identifier;

    public VectorInspector(CrsIdentifier identifier) {
        this.identifier = identifier;
    }

    public Inspection inspect(VectorFormat format, DatasetFiles files, Correction correction) throws IOException {
        var scan = new VectorScan();
        Member member = Member.of(files.member());
        var rows = new Rows(member, scan);
        try {
            Told told = format.read(files, member.layer(), correction.charset(), rows);
            return report(format, files, correction, scan, rows, told);
        } catch (DamagedFile e) {
            return new Inspection(format.format(), null, null, null, null, null, List.of(e.problem()));
        }
    }

    private Inspection report(
            VectorFormat format, DatasetFiles files, Correction correction, VectorScan scan, Rows rows, Told told) {
        List<Problem> problems = new ArrayList<>(told.problems());
        problems.addAll(new Remarks(format.main(files).name(), format.format(), scan, rows).problems());
        Envelope extent = scan.extent().orElse(null);
        CrsFinding crs = crs(told, extent, correction.crs());
        problems.addAll(crs.problems());
        var vector = new VectorDescription(
                scan.kind().map(ShapeKind::title).orElse("None"),
                scan.count(),
                scan.fields(),
                told.charset(),
                scan.sample());
        return new Inspection(format.format(), vector, null, extent, crs.geographicExtent(), crs.crs(), problems);
    }

    private CrsFinding crs(Told told, @Nullable Envelope extent, @Nullable String chosen) {
        boolean degrees = extent != null
                && extent.minX() >= -181
                && extent.maxX() <= 361
                && extent.minY() >= -91
                && extent.maxY() <= 91;
        if (chosen != null) {
            return identifier.identify("", extent, chosen);
        }
        if (told.fits() && extent != null && !degrees) {
            return identifier.missing(
                    "The coordinates are no degrees, though the format prescribes them, and nothing says", extent);
        }
        if (!told.crs().isEmpty()) {
            return identifier.identify(told.crs(), extent, null);
        }
        CrsFinding missing = identifier.missing(told.because(), extent);
        return told.hint() != null && degrees ? hinted(missing, told.hint()) : missing;
    }

    private CrsFinding hinted(CrsFinding missing, String code) {
        List<Problem> problems = missing.problems().stream()
                .map(problem -> {
                    List<CrsCandidate> candidates = new ArrayList<>(problem.candidates());
                    candidates.removeIf(candidate -> candidate.code().equals(code));
                    Optional<CrsCandidate> likely = identifier
                            .find(code)
                            .map(crs -> new CrsCandidate(
                                    crs.code(),
                                    crs.name(),
                                    0.95,
                                    "The columns are named longitude and latitude, and hold degrees."));
                    likely.ifPresent(candidate -> candidates.add(0, candidate));
                    return problem.withCandidates(candidates);
                })
                .toList();
        return new CrsFinding(null, null, problems);
    }
}
