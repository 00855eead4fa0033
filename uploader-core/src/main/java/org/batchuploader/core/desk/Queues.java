package org.batchuploader.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.task.Overview;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.TaskQueue.RunningTask;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadStore;
import org.batchuploader.core.watch.QueueWatch;

/** The queue's tasks as people know them: as what becomes of their uploads. */
record Queues(InstantSource clock, QueueWatch watch, TaskQueue tasks, UploadStore uploads) {
    /** Tasks of one owner that are looked at, of which each asks the store. */
    private static final int OWN = 100;

    /** What all processes together do. */
    private static final int RUNNING = 1000;

    private static final int SHOWN = 100;

    /** So many of an owner's tasks at most are gone through for one upload's place. */
    private static final int LOOKED_THROUGH = 2000;

    OwnQueue own(String owner) {
        QueueWatch.Seen seen = watch.look();
        Map<UploadId, OwnQueue.Item> items = new LinkedHashMap<>();
        tasks.running(RUNNING).stream()
                .filter(task -> task.owner().equals(owner))
                .limit(OWN)
                .flatMap(task -> upload(task.work()).stream())
                .forEach(upload -> items.put(upload.id(), new OwnQueue.Item(upload, true, null, null)));
        for (QueueWatch.Place place : watch.places(owner, OWN)) {
            upload(place.work())
                    .ifPresent(upload -> items.merge(
                            upload.id(),
                            new OwnQueue.Item(upload, false, place.before(), place.delay()),
                            Queues::sooner));
        }
        Overview.Load load = seen.queue().of(owner);
        return new OwnQueue(seen.at(), new ArrayList<>(items.values()), load.waiting(), load.claimed());
    }

    /** The place of the first of the upload's tasks that wait; -1 when none does, or it is far behind. */
    long position(Upload upload, List<Dataset> datasets) {
        if (upload.open() || upload.state().isEnding()) {
            return -1;
        }
        Set<Work> works = new HashSet<>(Set.of(new Work.OpenUpload(upload.id())));
        datasets.forEach(dataset -> works.add(new Work.PublishDataset(dataset.id())));
        return watch.places(upload.owner(), LOOKED_THROUGH).stream()
                .filter(place -> works.contains(place.work()))
                .mapToLong(QueueWatch.Place::before)
                .findFirst()
                .orElse(-1);
    }

    /** Where a task would stand that the owner queues now; absent where it has too many to be counted at each delivery. */
    OptionalLong ahead(String owner) {
        return watch.ahead(owner, OWN);
    }

    /** What is worked on, longest first. */
    List<RunningWork> running() {
        Map<UploadId, List<HistoryEntry>> histories = new HashMap<>();
        return tasks.running(SHOWN).stream()
                .map(task -> running(task, histories))
                .toList();
    }

    private RunningWork running(RunningTask task, Map<UploadId, List<HistoryEntry>> histories) {
        Upload upload = upload(task.work()).orElse(null);
        if (upload != null && task.work() instanceof Work.PublishDataset work) {
            Optional<HistoryEntry> last =
                    last(histories.computeIfAbsent(upload.id(), uploads::history), work.dataset());
            if (last.isPresent() && last.get().at().isAfter(task.since())) {
                HistoryEntry entry = last.get();
                String step = entry.step() == null
                        ? entry.state().name()
                        : entry.step().name();
                return new RunningWork(task, upload.id(), upload.title(), step, age(task.since()), age(entry.at()));
            }
        }
        return new RunningWork(
                task,
                upload == null ? null : upload.id(),
                upload == null ? null : upload.title(),
                kind(task.work()),
                age(task.since()),
                age(task.since()));
    }

    /** By this machine's clock, which may be behind the database's. */
    private Duration age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Optional<HistoryEntry> last(List<HistoryEntry> history, DatasetId dataset) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (dataset.equals(history.get(i).dataset())) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Upload> upload(Work work) {
        if (work instanceof Work.OpenUpload open) {
            return uploads.find(open.upload());
        }
        return work instanceof Work.PublishDataset publish
                ? uploads.dataset(publish.dataset()).map(Dataset::upload).flatMap(uploads::find)
                : Optional.empty();
    }

    private static OwnQueue.Item sooner(OwnQueue.Item one, OwnQueue.Item other) {
        return one.before() == null
                ? new OwnQueue.Item(one.upload(), one.running(), other.before(), other.delay())
                : one;
    }

    private static String kind(Work work) {
        if (work instanceof Work.OpenUpload) {
            return "OPEN";
        }
        if (work instanceof Work.PublishDataset) {
            return "PUBLISH";
        }
        return work instanceof Work.RemoveLayer ? "REMOVE" : "NOTIFY";
    }
}
