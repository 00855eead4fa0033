package org.batchuploader.ftp;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadState;

/** How things stand, in plain text for an FTP client: what is the matter, and what to type. */
final class StatusTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);
    private static final int CANDIDATES = 5;
    private static final int FILES = 8;

    private final Function<UploadId, URI> links;

    StatusTexts(Function<UploadId, URI> links) {
        this.links = links;
    }

    /** All of one delivery. */
    String of(String folder, UploadDetails details) {
        Wrapped text = new Wrapped();
        tell(text, folder, details);
        usage(text);
        return text.toString();
    }

    /**
     * A folder's deliveries, newest first.
     *
     * @param uploads with their details where there is more to be said of them than that they are published
     * @param more whether there may be older ones
     */
    String overview(
            String folder, Map<Upload, Optional<UploadDetails>> uploads, Predicate<Upload> tidied, boolean more) {
        Wrapped text = new Wrapped();
        if (uploads.isEmpty()) {
            text.line(0, "There is no delivery in this folder.");
        }
        uploads.forEach((upload, details) -> {
            if (details.isPresent()) {
                tell(text, folder, details.get());
            } else {
                heading(text, upload);
                if (tidied.test(upload)) {
                    text.line(2, "The delivered files were tidied away from this folder; the layer stays.");
                }
            }
            text.blank();
        });
        if (more) {
            text.line(0, "These are the newest; SITE STATUS with a name tells of any other.");
        }
        usage(text);
        return text.toString();
    }

    private void tell(Wrapped text, String folder, UploadDetails details) {
        Upload upload = details.upload();
        heading(text, upload);
        if (upload.open()) {
            text.line(2, "It waits for more files: " + Missing.words(upload));
        }
        if (details.position() >= 0) {
            text.line(2, "It waits for its turn" + Replies.place(details.position()) + ".");
        }
        boolean many = details.datasets().size() > 1;
        for (Dataset dataset : details.datasets()) {
            if (many) {
                text.line(2, dataset.name() + ": " + dataset.state());
            }
            for (Problem problem : dataset.problems()) {
                tell(text, folder, dataset, problem);
            }
            Layer layer = dataset.layer() == null ? null : details.layers().get(dataset.layer());
            if (layer != null && dataset.state() == DatasetState.PUBLISHED) {
                text.line(2, "Layer " + layer.name() + ":");
                layer.links()
                        .forEach(link -> text.line(
                                4, link.rel() + " " + links.apply(upload.id()).resolve(link.href())));
            }
        }
        remedies(text, folder, upload, details.datasets());
    }

    private void heading(Wrapped text, Upload upload) {
        String files = String.join(
                ", ", upload.files().stream().map(UploadFile::name).limit(FILES).toList());
        int rest = upload.files().size() - FILES;
        text.line(0, PartName.of(upload.title()).base() + ": " + upload.state());
        text.line(2, files + (rest > 0 ? " and " + rest + " more" : ""));
        text.line(2, "upload " + upload.id() + ", received " + time(upload.received()));
        text.line(2, links.apply(upload.id()).toString());
    }

    private static void tell(Wrapped text, String folder, Dataset dataset, Problem problem) {
        text.line(2, problem.code() + ": " + problem.sentence());
        text.line(4, problem.hint());
        List<CrsCandidate> candidates = problem.candidates();
        candidates.stream()
                .limit(CANDIDATES)
                .forEach(candidate -> text.line(
                        4,
                        String.format(
                                Locale.ROOT,
                                "%3.0f %%  %-12s %s",
                                candidate.confidence() * 100,
                                candidate.code(),
                                candidate.name())));
        if (problem.awaits() == null) {
            return;
        }
        String name = named(folder, dataset.name());
        switch (problem.awaits()) {
            case CRS -> {
                String code =
                        candidates.isEmpty() ? "EPSG:code" : candidates.get(0).code();
                text.line(2, "What to do:");
                text.line(4, "SITE CRS " + name + " " + code);
                text.line(4, "or send " + dataset.name() + ".prj, or " + dataset.name() + ".epsg with the code in it");
            }
            case CHARSET -> {
                text.line(2, "What to do:");
                text.line(4, "SITE CHARSET " + name + " ISO-8859-1   (or what it is)");
                text.line(4, "or send " + dataset.name() + ".cpg");
            }
            case NAME -> text.line(2, "What to do: rename the file; its layer is named after it.");
            case FILE -> text.line(2, "What to do: send the missing file to this folder.");
        }
    }

    private static void remedies(Wrapped text, String folder, Upload upload, List<Dataset> datasets) {
        String name = named(folder, PartName.of(upload.title()).base());
        if (datasets.stream().anyMatch(d -> d.state() == DatasetState.FAILED)) {
            text.line(2, "To have it tried again:  SITE RETRY " + name);
        }
        if (!upload.state().isEnding() || upload.state() == UploadState.NEEDS_CORRECTION) {
            text.line(2, "To take it back:  SITE CANCEL " + name);
        }
    }

    private static void usage(Wrapped text) {
        text.line(
                0, "SITE commands: in lftp and ftp \"quote SITE ...\", in FileZilla \"Server, Enter custom command\".");
    }

    private static String named(String folder, String name) {
        return folder.isEmpty() ? name : "/" + DropPath.join(folder, name);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
