package org.batchuploader.geonetwork.registry;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Publication;

/** Sentences of ours in a record, where the owner wrote none. */
final class Wording {
    private static final int MOST_FILES = 10;

    /** Findings that changed what is published. */
    private static final Set<ProblemCode> REPAIRS = Set.of(
            ProblemCode.SHX_REBUILT,
            ProblemCode.FILE_REPAIRED,
            ProblemCode.FIELD_LEFT_OUT,
            ProblemCode.NAME_CHANGED,
            ProblemCode.CONVERTED,
            ProblemCode.CONTENT_CUT);

    private Wording() {}

    static String summary(Publication publication) {
        VectorDescription vector = publication.inspection().vector();
        RasterDescription raster = publication.inspection().raster();
        String content = "";
        if (vector != null) {
            content = ", " + vector.count() + (vector.count() == 1 ? " feature (" : " features (")
                    + vector.geometryType() + ")";
        } else if (raster != null) {
            content = ", " + raster.width() + " by " + raster.height() + " pixels, "
                    + raster.bands().size() + (raster.bands().size() == 1 ? " band" : " bands");
        }
        return publication.title() + ": " + format(publication) + content + ".";
    }

    /** The owner's words first, then what happened here. */
    static String lineage(Publication publication) {
        Inspection inspection = publication.inspection();
        Description told = inspection.description();
        String theirs =
                told == null || told.lineage() == null ? "" : told.lineage().strip() + "\n";
        String repairs = inspection.problems().stream()
                .filter(problem -> REPAIRS.contains(problem.code()))
                .map(Problem::sentence)
                .collect(Collectors.joining(" "));
        return theirs + "Received by Batch Uploader from " + publication.owner().name() + " as " + files(publication)
                + " (" + format(publication) + ") and published on "
                + publication.at().toString().substring(0, 10) + "; "
                + (repairs.isEmpty() ? "nothing was repaired." : "repaired: " + repairs);
    }

    private static String files(Publication publication) {
        List<String> names = publication.delivered().files().stream()
                .map(SourceFile::name)
                .sorted()
                .toList();
        String some = names.stream().limit(MOST_FILES).collect(Collectors.joining(", "));
        return names.size() > MOST_FILES ? some + " and " + (names.size() - MOST_FILES) + " more" : some;
    }

    private static String format(Publication publication) {
        Format format = publication.inspection().format();
        return format == null ? "unknown format" : format.title();
    }
}
