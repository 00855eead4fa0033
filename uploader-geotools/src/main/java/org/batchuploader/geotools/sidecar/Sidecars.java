package org.batchuploader.geotools.sidecar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.xml.XmlStream;

/** Finds a dataset's metadata sidecar and adds what it says to the inspection. One that cannot be read is a warning. */
public final class Sidecars {
    /** Metadata of a dataset are tens of kilobytes; with a thumbnail of ArcGIS's in them, some hundreds. */
    private static final long LARGEST = 8 << 20;

    /** The one that names the file it is of comes first. */
    private static final List<String> ENDINGS = List.of("shp.xml", "tif.xml", "tiff.xml", "xml");

    private Sidecars() {}

    /** The inspection with the owner's description, and with a warning where a sidecar was of no use. */
    public static Inspection describe(DatasetFiles files, Inspection inspection) throws IOException {
        Optional<SourceFile> sidecar = find(files);
        if (sidecar.isEmpty() || inspection.format() == null) {
            return inspection;
        }
        String name = sidecar.get().name();
        if (Files.size(sidecar.get().path()) > LARGEST) {
            return with(inspection, warning("%s is larger than a description of data can be.".formatted(name)));
        }
        try (InputStream in =
                new BufferedInputStream(Files.newInputStream(sidecar.get().path()))) {
            Optional<Description> told = Reading.of(XmlStream.open(name, in, null));
            return told.map(description -> with(inspection, description))
                    .orElseGet(() -> with(
                            inspection,
                            warning("%s is XML, but no metadata in a form that is known (ISO 19139, FGDC, ArcGIS)."
                                    .formatted(name))));
        } catch (DamagedFile e) {
            return with(inspection, warning(e.problem().sentence()));
        }
    }

    /** GDAL's auxiliary metadata say where an image lies, not what it is about. */
    private static Optional<SourceFile> find(DatasetFiles files) {
        DatasetFiles meant = new DatasetFiles(
                files.base(),
                files.files().stream()
                        .filter(f -> !f.name().toLowerCase(Locale.ROOT).endsWith(".aux.xml"))
                        .toList());
        return ENDINGS.stream().flatMap(ending -> meant.find(ending).stream()).findFirst();
    }

    private static Problem warning(String sentence) {
        return Problem.of(ProblemCode.RECORD_DAMAGED, sentence + " It is published without it.")
                .withSeverity(Severity.WARNING)
                .withHint("Export the metadata again as ISO 19139, if they shall appear in the catalogue.");
    }

    private static Inspection with(Inspection inspection, Problem problem) {
        var problems = new ArrayList<Problem>(inspection.problems());
        problems.add(problem);
        return new Inspection(
                inspection.format(),
                inspection.vector(),
                inspection.raster(),
                inspection.extent(),
                inspection.geographicExtent(),
                inspection.crs(),
                inspection.description(),
                problems);
    }

    private static Inspection with(Inspection inspection, Description description) {
        return new Inspection(
                inspection.format(),
                inspection.vector(),
                inspection.raster(),
                inspection.extent(),
                inspection.geographicExtent(),
                inspection.crs(),
                description,
                inspection.problems());
    }
}
