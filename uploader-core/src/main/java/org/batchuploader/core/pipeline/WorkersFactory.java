package org.batchuploader.core.pipeline;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.notice.Notifier;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.UploadStore;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.core.watch.Meter;

/** Wires the pipeline's rooms. */
public record WorkersFactory(
        InstantSource clock,
        Ids ids,
        StagingArea staging,
        Transactions transactions,
        UploadStore uploads,
        LayerStore layers,
        NoticeStore notices,
        TaskQueue tasks,
        UserDirectory users,
        DatasetInspector inspector,
        Registries registries,
        List<Notifier> notifiers,
        Settings settings,
        Meter meter) {
    /** Workers that are not started yet. */
    public Workers create(PublishTasks publishing, Undo undo, Journal journal, Notices telling) {
        Parts parts = new Parts(staging);
        Checkpoints checkpoints = new Checkpoints(transactions, tasks);
        LateEffects late = new LateEffects(clock, ids, transactions, tasks, uploads, layers, publishing);
        Endings endings = new Endings(uploads, journal, telling);
        Repeats repeats = new Repeats(clock, uploads, layers, tasks, checkpoints, endings, journal, telling);
        OpenUpload open = new OpenUpload(
                ids,
                uploads,
                inspector,
                parts,
                new CodeFiles(staging, inspector),
                repeats,
                checkpoints,
                publishing,
                journal,
                endings);
        PublishingSteps steps = new PublishingSteps(
                clock,
                registries,
                layers,
                uploads,
                users,
                tasks,
                parts,
                checkpoints,
                late,
                undo,
                endings,
                journal,
                telling);
        PublishDataset publish = new PublishDataset(
                uploads,
                tasks,
                inspector,
                new Habits(clock, uploads),
                parts,
                repeats,
                checkpoints,
                new LayerReservations(clock, ids, layers),
                steps,
                undo,
                endings,
                journal,
                settings);
        Pipeline pipeline = new Pipeline(
                open,
                publish,
                new RemoveLayer(clock, layers, registries, checkpoints, late),
                new DeliverNotice(notices, users, notifiers, checkpoints),
                transactions,
                tasks,
                settings.backoff(),
                new SecureRandom(),
                meter);
        return new Workers(pipeline, tasks, settings);
    }
}
