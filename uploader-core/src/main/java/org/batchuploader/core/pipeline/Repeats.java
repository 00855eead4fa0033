package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadStore;

/**
 * What is delivered once more as it is published already takes the layer over without being worked on again. Only what is
 * shown now counts: after a failure, another correction or another delivery in between, all work is done anew.
 */
final class Repeats {
    private static final int LOOKED_AT = 10;

    private final InstantSource clock;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final TaskQueue tasks;
    private final Checkpoints checkpoints;
    private final Endings endings;
    private final Journal journal;
    private final Notices notices;

    Repeats(
            InstantSource clock,
            UploadStore uploads,
            LayerStore layers,
            TaskQueue tasks,
            Checkpoints checkpoints,
            Endings endings,
            Journal journal,
            Notices notices) {
        this.clock = clock;
        this.uploads = uploads;
        this.layers = layers;
        this.tasks = tasks;
        this.checkpoints = checkpoints;
        this.endings = endings;
        this.journal = journal;
        this.notices = notices;
    }

    /** The datasets of an earlier upload of the same files to the same folder, when all of them are shown; else none. */
    List<Dataset> shown(Upload upload) {
        return upload.files().stream()
                .filter(f -> PartName.of(f.name()).isPrimary())
                .map(UploadFile::sha256)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(bytes -> uploads.withBytes(upload.owner(), bytes, LOOKED_AT).stream()
                        .filter(before -> isSame(before, upload))
                        .map(before -> uploads.datasets(before.id()))
                        .filter(datasets -> !datasets.isEmpty()
                                && datasets.stream().allMatch(d -> showing(d).isPresent()))
                        .findFirst())
                .orElse(List.of());
    }

    private static boolean isSame(Upload before, Upload upload) {
        return !before.id().equals(upload.id())
                && before.folder().equals(upload.folder())
                && before.files().size() == upload.files().size()
                && upload.files().stream()
                        .allMatch(f -> before.file(f.name()).filter(f::isSame).isPresent());
    }

    private Optional<Layer> showing(Dataset dataset) {
        return Optional.ofNullable(dataset.layer())
                .filter(id -> dataset.state() == DatasetState.PUBLISHED)
                .flatMap(layers::find)
                .filter(layer -> layer.state() == Layer.State.PUBLISHED
                        && layer.dataset().equals(dataset.id()));
    }

    /** Hands a layer over that shows the same parts, read the same way; false when there is no such layer. */
    boolean settle(Claim claim, Dataset dataset) {
        return checkpoints.call(claim, () -> {
            Optional<Layer> layer = Optional.ofNullable(dataset.layer()).flatMap(layers::find);
            Optional<Dataset> before = layer.flatMap(l -> uploads.dataset(l.dataset()))
                    .filter(shown -> !shown.id().equals(dataset.id())
                            && showing(shown).isPresent()
                            && shown.parts().equals(dataset.parts())
                            && shown.correction().equals(dataset.correction()));
            if (before.isEmpty() || endings.wanted(dataset.id()).isEmpty()) {
                return false;
            }
            Layer taken = layer.orElseThrow().handedTo(dataset.id(), clock.instant());
            layers.update(taken);
            Dataset done = dataset.as(before.get()).with(DatasetState.PUBLISHED);
            journal.change(done, "published already from the same bytes; nothing was done again");
            notices.published(done, taken);
            tasks.complete(claim);
            return true;
        });
    }
}
