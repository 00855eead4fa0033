package org.batchuploader.core.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
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

/**
 * Understands files of one word: {@code good}; {@code worn} (good, once mended); {@code lost} (no CRS unless a .prj or a
 * correction says); {@code bad}; a .zip is a list of {@code name:word},
 * or {@code name:word:remark} for one that something is remarked about when it is found.
 */
public final class WordInspector implements DatasetInspector {
    private static final CoordinateReferenceSystem WGS84 = new CoordinateReferenceSystem("EPSG:4326", "WGS 84");

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) throws IOException {
        List<Discovery.Found> found = new ArrayList<>();
        List<Part> loose = new ArrayList<>();
        for (Delivered delivered : files) {
            if (!PartName.of(delivered.part().name()).isArchive()) {
                loose.add(delivered.part());
                continue;
            }
            for (String entry : Files.readString(delivered.file().path()).split(",")) {
                String[] nameAndWord = entry.split(":");
                if (nameAndWord.length < 2) {
                    Problem damaged = Problem.of(ProblemCode.ARCHIVE_DAMAGED, "No list of names and words.");
                    return new Discovery(List.of(), List.of(damaged));
                }
                byte[] word = nameAndWord[1].getBytes(StandardCharsets.UTF_8);
                Part part = sink.store(nameAndWord[0] + ".shp", new ByteArrayInputStream(word));
                String origin = delivered.part().name() + "/" + nameAndWord[0];
                List<Problem> remarks = nameAndWord.length < 3
                        ? List.of()
                        : List.of(Problem.of(ProblemCode.CONTENT_CUT, nameAndWord[2]));
                found.add(new Discovery.Found(nameAndWord[0], origin, List.of(part), remarks));
            }
        }
        if (!loose.isEmpty()) {
            String base = PartName.of(loose.get(0).name()).base();
            found.add(new Discovery.Found(base, base, loose, List.of()));
        }
        return new Discovery(found, List.of());
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) throws IOException {
        String word = Files.readString(files.find("shp").orElseThrow().path());
        if (word.equals("bad")) {
            return Inspection.failed(Problem.of(ProblemCode.RECORD_DAMAGED, "Record 1 is damaged."));
        }
        boolean known = !word.equals("lost")
                || correction.crs() != null
                || files.find("prj").isPresent();
        String reason = habits.owner().contains("EPSG:4326") ? "used before" : "fits degrees";
        Problem missing = Problem.of(ProblemCode.CRS_MISSING, "There is no .prj.")
                .withCandidates(List.of(new CrsCandidate("EPSG:4326", "WGS 84", 0.9, reason)));
        Envelope box = new Envelope(7, 46, 8, 47);
        return new Inspection(
                Format.SHAPEFILE,
                new VectorDescription("Point", 1, List.of(), null, List.of()),
                null,
                box,
                known ? box : null,
                known ? WGS84 : null,
                known ? List.of() : List.of(missing));
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException {
        String word = Files.readString(files.find("shp").orElseThrow().path());
        return word.equals("worn")
                ? List.of(sink.store(
                        files.base() + ".shp", new ByteArrayInputStream("mended".getBytes(StandardCharsets.UTF_8))))
                : List.of();
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png)
            throws IOException {
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        return true;
    }

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException {
        json.write("{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8));
        return 1;
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String code) {
        return code.equals("EPSG:4326") ? Optional.of(WGS84) : Optional.empty();
    }
}
