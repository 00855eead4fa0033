package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.name.DropPath;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;

/** The first task of an upload: unpack it, find its datasets, queue each. */
final class OpenUpload {
    private final Ids ids;
    private final UploadStore uploads;
    private final DatasetInspector inspector;
    private final Parts parts;
    private final CodeFiles codes;
    private final Repeats repeats;
    private final Checkpoints checkpoints;
    private final PublishTasks publishing;
    private final Journal journal;
    private final Endings endings;

    OpenUpload(
            Ids ids,
            UploadStore uploads,
            DatasetInspector inspector,
            Parts parts,
            CodeFiles codes,
            Repeats repeats,
            Checkpoints checkpoints,
            PublishTasks publishing,
            Journal journal,
            Endings endings) {
        this.ids = ids;
        this.uploads = uploads;
        this.inspector = inspector;
        this.parts = parts;
        this.codes = codes;
        this.repeats = repeats;
        this.checkpoints = checkpoints;
        this.publishing = publishing;
        this.journal = journal;
        this.endings = endings;
    }

    void run(Claim claim, UploadId id) throws IOException {
        boolean opened = false;
        while (!opened) {
            opened = open(claim, id);
        }
    }

    /** False when a part came meanwhile, and it has to be looked at again. */
    private boolean open(Claim claim, UploadId id) throws IOException {
        Upload upload = uploads.find(id).orElse(null);
        if (upload == null || upload.state() == UploadState.CANCELLED) {
            checkpoints.complete(claim, () -> {});
            return true;
        }
        List<Dataset> shown = repeats.shown(upload);
        Discovery discovery = shown.isEmpty() ? inspector.discover(delivered(upload), parts::store) : null;
        FaultPoint.UPLOAD_OPENED.pass();
        return checkpoints.completeIf(claim, () -> {
            Upload now = uploads.lock(id).orElseThrow();
            if (now.state() == UploadState.CANCELLED) {
                return true;
            }
            boolean whole = now.files().equals(upload.files());
            if (whole && discovery != null) {
                settle(now, discovery);
            } else if (whole) {
                repeat(now, shown);
            }
            FaultPoint.DATASETS_WRITTEN.pass();
            return whole;
        });
    }

    /** Ends an upload that cannot be opened, with the reason. */
    void fail(UploadId id, Problem problem, @Nullable String trace) {
        uploads.lock(id).ifPresent(upload -> {
            List<Dataset> known = uploads.datasets(id);
            Dataset dataset = dataset(upload, known, 0, baseOf(upload), baseOf(upload));
            endings.end(dataset, List.of(problem), trace);
        });
    }

    private List<DatasetInspector.Delivered> delivered(Upload upload) throws IOException {
        List<DatasetInspector.Delivered> delivered = new ArrayList<>();
        for (UploadFile file : upload.files()) {
            Part part = new Part(file.name(), file.blob(), file.size());
            delivered.add(new DatasetInspector.Delivered(part, parts.file(part)));
        }
        return delivered;
    }

    /** Queues what is published already under the parts it is published from; {@link Repeats#settle} does the rest. */
    private void repeat(Upload upload, List<Dataset> shown) {
        List<Dataset> known = uploads.datasets(upload.id());
        for (Dataset before : shown) {
            Dataset dataset = dataset(upload, known, before.position(), before.name(), before.origin())
                    .withMember(before.member())
                    .withParts(before.parts())
                    .with(before.correction())
                    .withLayer(before.layer());
            journal.change(
                    dataset.with(DatasetState.QUEUED), "the same bytes as upload " + before.upload() + "; queued");
            publishing.enqueue(dataset);
        }
    }

    private void settle(Upload upload, Discovery discovery) {
        List<Dataset> known = uploads.datasets(upload.id());
        if (discovery.datasets().isEmpty()) {
            Dataset dataset = dataset(upload, known, 0, baseOf(upload), baseOf(upload));
            endings.end(dataset, discovery.problems(), null);
            return;
        }
        int position = 0;
        for (Discovery.Found found : discovery.datasets()) {
            String origin = DropPath.join(upload.folder(), found.origin()).toLowerCase(Locale.ROOT);
            Dataset bare = dataset(upload, known, position++, found.name(), origin);
            Dataset dataset = bare.withParts(found.parts())
                    .withMember(found.member())
                    .with(codes.among(bare.correction(), found.parts()));
            List<Problem> problems = new ArrayList<>(discovery.problems());
            problems.addAll(found.problems());
            if (problems.stream().anyMatch(Problem::isBlocking)) {
                endings.end(dataset, problems, null);
            } else {
                journal.change(
                        dataset.withProblems(problems).with(DatasetState.QUEUED), "found " + found.name() + "; queued");
                publishing.enqueue(dataset);
            }
        }
    }

    /** A task that runs again finds its datasets again by their position. */
    private Dataset dataset(Upload upload, List<Dataset> known, int position, String name, String origin) {
        return known.stream()
                .filter(d -> d.position() == position)
                .findFirst()
                .map(d -> d.named(name, origin))
                .orElseGet(() -> Dataset.received(ids.dataset(), upload, position, name, origin));
    }

    private static String baseOf(Upload upload) {
        return PartName.of(upload.title()).base();
    }
}
