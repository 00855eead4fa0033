package org.batchuploader.core.pipeline;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.notice.Notifier;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.task.Stores;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.user.UserDirectory;

/** Wires the pipeline's rooms. */
public record WorkersFactory(
        InstantSource clock,
        Ids ids,
        StagingArea staging,
        Stores stores,
        UserDirectory users,
        DatasetInspector inspector,
        Registries registries,
        List<Notifier> notifiers,
        Settings settings) {
    /** Workers that are not started yet. */
    public Workers create(PublishTasks publishing, Undo undo, Journal journal, Notices notices) {
        Parts parts = new Parts(staging);
        Checkpoints checkpoints = new Checkpoints(stores.transactions(), stores.tasks());
        Endings endings = new Endings(stores.uploads(), journal, notices);
        OpenUpload open =
                new OpenUpload(ids, stores.uploads(), inspector, parts, checkpoints, publishing, journal, endings);
        PublishingSteps steps = new PublishingSteps(
                clock,
                registries,
                stores.layers(),
                stores.uploads(),
                users,
                stores.tasks(),
                parts,
                checkpoints,
                endings,
                journal,
                notices);
        PublishDataset publish = new PublishDataset(
                stores.uploads(),
                stores.tasks(),
                inspector,
                new Habits(clock, stores.uploads()),
                parts,
                checkpoints,
                new LayerReservations(clock, ids, stores.layers()),
                steps,
                undo,
                endings,
                journal,
                settings);
        Pipeline pipeline = new Pipeline(
                open,
                publish,
                new RemoveLayer(clock, stores.layers(), registries, checkpoints),
                new DeliverNotice(stores.notices(), users, notifiers, checkpoints),
                stores.transactions(),
                stores.tasks(),
                settings.backoff(),
                new SecureRandom());
        return new Workers(pipeline, stores.tasks(), settings);
    }
}
