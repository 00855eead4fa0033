package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.VectorDescription;

/** Takes any files for a dataset, which lacks a CRS until there is a {@code .prj} or its owner says which. */
final class CodeInspector implements DatasetInspector {
    private static final Envelope BOX = new Envelope(7, 46, 8, 47);

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) {
        List<Part> parts = files.stream().map(Delivered::part).toList();
        String base = PartName.of(parts.get(0).name()).base();
        return new Discovery(List.of(new Discovery.Found(base, base, parts, List.of())), List.of());
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) throws IOException {
        if (Files.readString(files.find("shp").orElseThrow().path()).equals("bad")) {
            return Inspection.failed(Problem.of(ProblemCode.RECORD_DAMAGED, "Record 1 is damaged."));
        }
        String code =
                correction.crs() != null ? correction.crs() : files.find("prj").isPresent() ? "EPSG:4326" : null;
        Problem missing = Problem.of(ProblemCode.CRS_MISSING, "There is no .prj beside the shapefile.")
                .withCandidates(List.of(
                        new CrsCandidate("EPSG:2056", "CH1903+ / LV95", 0.9, "fits"),
                        new CrsCandidate("EPSG:4326", "WGS 84", 0.1, "fits too")));
        return new Inspection(
                Format.SHAPEFILE,
                new VectorDescription("Point", 1, List.of(), null, List.of()),
                null,
                BOX,
                code == null ? null : BOX,
                code == null ? null : new CoordinateReferenceSystem(code, code),
                code == null ? List.of(missing) : List.of());
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink) {
        return List.of();
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png) {
        return false;
    }

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException {
        json.write("{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(UTF_8));
        return 1;
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String code) {
        return List.of("EPSG:2056", "EPSG:4326").contains(code)
                ? Optional.of(new CoordinateReferenceSystem(code, code))
                : Optional.empty();
    }
}
