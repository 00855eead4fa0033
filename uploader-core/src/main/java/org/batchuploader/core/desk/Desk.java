package org.batchuploader.core.desk;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.Page;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.watch.QueueWatch;
import org.jspecify.annotations.Nullable;

/** One owner's view; another owner's things are not there. An administrator sees everybody's. */
public final class Desk {
    private final Owner owner;
    private final Shared shared;

    /** What all desks share. */
    public record Shared(
            InstantSource clock,
            Transactions transactions,
            UploadStore uploads,
            LayerStore layers,
            NoticeStore notices,
            TaskQueue tasks,
            DatasetInspector inspector,
            Changes changes,
            QueueWatch watch) {}

    public Desk(Owner owner, Shared shared) {
        this.owner = owner;
        this.shared = shared;
    }

    public Page<Upload> list(Set<UploadState> states, @Nullable String after, int limit) {
        return shared.uploads()
                .list(new UploadQuery(owner.administrator() ? null : owner.name(), states, after, limit));
    }

    /** Uploads that were delivered to that folder of that owner, newest first. */
    public List<Upload> inFolder(String whose, String folder, Set<UploadState> states, int limit) {
        return owner.maySee(whose)
                ? shared.uploads()
                        .list(new UploadQuery(whose, folder, states, null, limit))
                        .items()
                : List.of();
    }

    /**
     * About how many tasks come before what the owner queues next, and so before what it queued last; absent where more of its own
     * wait than are counted for each delivery.
     */
    public OptionalLong ahead() {
        return queues().ahead(owner.name());
    }

    public Optional<UploadDetails> find(UploadId id) {
        return shared.transactions()
                .call(() -> shared.uploads().find(id).filter(mine()).map(this::details));
    }

    public Optional<Dataset> dataset(DatasetId id) {
        return shared.uploads().dataset(id).filter(d -> owner.maySee(d.owner()));
    }

    public Optional<Layer> layer(String name) {
        return shared.layers().named(name);
    }

    public List<Layer> layers(int limit) {
        return shared.layers().ofOwner(owner.name(), limit);
    }

    /** Supplies what a dataset waits for and lets it go on; also changes one that ended. */
    public Answer correct(DatasetId id, Correction correction) {
        Optional<Answer> objection = new Corrections(shared.inspector()).objection(correction);
        return objection.orElseGet(
                () -> onDataset(id, dataset -> shared.changes().correct(dataset, correction)));
    }

    /** Works again on every dataset that failed or waits, as it is. */
    public Answer retry(UploadId id) {
        return onUpload(id, upload -> shared.changes().retry(upload));
    }

    /** Cancels what is not done, takes down what is published. */
    public Answer cancel(UploadId id) {
        return onUpload(id, upload -> shared.changes().cancel(upload, "cancelled by " + owner.name()));
    }

    /** For administrators: layers that are to be gone and are not, newest first. Nobody else has any. */
    public List<StuckRemoval> stuckRemovals() {
        return owner.administrator() ? removals().all() : List.of();
    }

    /** For administrators: tries once more to remove a layer. */
    public Answer removeAgain(TaskId removal) {
        return owner.administrator()
                        && shared.transactions().call(() -> removals().runAgain(removal))
                ? new Answer.Done()
                : new Answer.NotFound();
    }

    private Removals removals() {
        return new Removals(shared.tasks(), shared.layers(), shared.uploads());
    }

    /** The owner's own uploads in the queue. */
    public OwnQueue queue() {
        return queues().own(owner.name());
    }

    /** For administrators: what everybody's tasks do. Nobody else sees any. */
    public List<RunningWork> running() {
        return owner.administrator() ? queues().running() : List.of();
    }

    /** For administrators: the newest tasks that were given up. Nobody else sees any. */
    public List<TaskQueue.DeadTask> dead(int limit) {
        return owner.administrator() ? shared.tasks().dead(limit) : List.of();
    }

    private Queues queues() {
        return new Queues(shared.clock(), shared.watch(), shared.tasks(), shared.uploads());
    }

    public Page<Notice> notices(@Nullable String after, int limit) {
        return shared.notices().list(owner.name(), after, limit);
    }

    public long unreadNotices() {
        return shared.notices().unread(owner.name());
    }

    public Answer markRead(NoticeId id) {
        return shared.notices().markRead(id, owner.name(), shared.clock().instant())
                ? new Answer.Done()
                : new Answer.NotFound();
    }

    private Answer onDataset(DatasetId id, Function<Dataset, Answer> change) {
        return shared.transactions().call(() -> dataset(id)
                .flatMap(d -> shared.uploads().lock(d.upload()))
                .flatMap(u -> dataset(id))
                .map(change)
                .orElseGet(Answer.NotFound::new));
    }

    private Answer onUpload(UploadId id, Function<Upload, Answer> change) {
        return shared.transactions()
                .call(() -> shared.uploads().lock(id).filter(mine()).map(change).orElseGet(Answer.NotFound::new));
    }

    private Predicate<Upload> mine() {
        return upload -> owner.maySee(upload.owner());
    }

    private UploadDetails details(Upload upload) {
        List<Dataset> datasets = shared.uploads().datasets(upload.id());
        Map<LayerId, Layer> layers = new LinkedHashMap<>();
        datasets.stream()
                .map(Dataset::layer)
                .filter(Objects::nonNull)
                .map(shared.layers()::find)
                .flatMap(Optional::stream)
                .forEach(layer -> layers.put(layer.id(), layer));
        return new UploadDetails(
                upload,
                datasets,
                layers,
                stuckRemovals().stream()
                        .filter(removal -> removal.upload().equals(upload.id()))
                        .toList(),
                shared.uploads().history(upload.id()),
                queues().position(upload, datasets));
    }
}
