package org.batchuploader.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.CorrectionKind;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.pipeline.CodeFiles;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadStore;

/** What happens with bundles whose parts come too late, or never. */
public final class LateParts {
    /** Sidecars that change how a dataset reads, or what is said of it; the others are only kept. */
    private static final Set<String> TELLING = Set.of(
            "prj",
            "epsg",
            "cpg",
            "cst",
            "tfw",
            "tifw",
            "tiffw",
            "wld",
            "jgw",
            "jpgw",
            "jpegw",
            "pgw",
            "pngw",
            "aux.xml",
            "tif.aux.xml",
            "tiff.aux.xml",
            "asc.aux.xml",
            "jpg.aux.xml",
            "jpeg.aux.xml",
            "png.aux.xml",
            "shp.xml",
            "tif.xml",
            "tiff.xml",
            "xml");

    private final Ids ids;
    private final UploadStore uploads;
    private final PublishTasks publishing;
    private final Journal journal;
    private final Notices notices;
    private final CodeFiles codes;

    public LateParts(
            Ids ids, UploadStore uploads, PublishTasks publishing, Journal journal, Notices notices, CodeFiles codes) {
        this.ids = ids;
        this.uploads = uploads;
        this.publishing = publishing;
        this.journal = journal;
        this.notices = notices;
        this.codes = codes;
    }

    /** A sidecar that follows its bundle joins it; one that may mend its dataset sets that going again. */
    Optional<Receipt> add(Upload upload, UploadFile file) {
        PartName part = PartName.of(file.name());
        boolean required = PartName.SHAPEFILE_REQUIRED.contains(part.extension());
        List<Dataset> datasets = uploads.datasets(upload.id());
        if (!part.isSidecar() || required || waitsForFile(datasets) || isGone(datasets)) {
            return Optional.empty();
        }
        List<UploadFile> files = new ArrayList<>(upload.files());
        files.removeIf(f -> f.name().equalsIgnoreCase(file.name()));
        files.add(file);
        uploads.update(upload.with(false, file.received(), files));
        datasets.forEach(dataset -> add(dataset, file, part));
        boolean telling = TELLING.contains(part.extension()) && !datasets.isEmpty();
        Receipt.Stage stage = telling ? Receipt.Stage.MENDING : Receipt.Stage.ADDED;
        return Optional.of(new Receipt(upload.id(), part.base(), stage, List.of()));
    }

    private void add(Dataset dataset, UploadFile file, PartName part) {
        List<Part> parts = new ArrayList<>(dataset.parts());
        parts.removeIf(p -> p.name().equalsIgnoreCase(file.name()));
        Part late = new Part(file.name(), file.blob(), file.size());
        parts.add(late);
        Dataset more = dataset.withParts(parts).with(codes.later(dataset.correction(), late));
        String reason = file.name() + " arrived after its bundle";
        if (TELLING.contains(part.extension()) && dataset.state() != DatasetState.QUEUED) {
            publishing.enqueue(more);
            journal.change(more.with(DatasetState.QUEUED).withAttempt(0), reason + "; working on it again");
        } else {
            journal.change(more, reason);
        }
    }

    /** Opens an upload again that was told to miss a file, when one comes. */
    Optional<Upload> reopen(Upload upload, UploadFile file) {
        List<Dataset> datasets = uploads.datasets(upload.id());
        if (!waitsForFile(datasets)) {
            return Optional.empty();
        }
        datasets.forEach(
                d -> journal.change(d.with(DatasetState.RECEIVED).withProblems(List.of()), file.name() + " arrived"));
        return uploads.find(upload.id());
    }

    /** Ends the wait of an incomplete bundle by telling its owner what is missing. */
    void giveUpWaiting(Upload upload, List<String> missing) {
        uploads.update(upload.with(false, upload.lastArrival(), upload.files()));
        String base = PartName.of(upload.title()).base();
        Problem problem = Problem.of(
                ProblemCode.PART_MISSING,
                "Of " + base + " we have "
                        + String.join(
                                ", ",
                                upload.files().stream().map(UploadFile::name).toList()) + ", but not "
                        + String.join(" and ", missing) + ".");
        Dataset waiting = uploads.datasets(upload.id()).stream()
                .findFirst()
                .orElseGet(() -> Dataset.received(ids.dataset(), upload, 0, base, base))
                .with(DatasetState.NEEDS_CORRECTION)
                .withProblems(List.of(problem));
        journal.change(waiting, problem.sentence());
        notices.needsCorrection(waiting);
    }

    private static boolean waitsForFile(List<Dataset> datasets) {
        return datasets.stream()
                .anyMatch(d -> d.state() == DatasetState.NEEDS_CORRECTION
                        && d.parts().isEmpty()
                        && d.problems().stream().anyMatch(p -> p.awaits() == CorrectionKind.FILE));
    }

    private static boolean isGone(List<Dataset> datasets) {
        return datasets.stream().anyMatch(d -> d.state() == DatasetState.CANCELLED);
    }
}
