package org.batchuploader.core.reconcile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.TaskQueue.DeadTask;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;

/** Layers that are being published or removed: whether somebody still works on them. */
final class OnTheWay {
    /** Of the newest so many tasks that were given up. */
    private static final int LOOKED_AT = 1000;

    private static final String QUEUE = "queue";

    private final UploadStore uploads;
    private final LayerStore layers;
    private final TaskQueue tasks;
    private final Mending mending;
    private final Telling telling;
    private final Map<LayerId, DeadTask> givenUp = new HashMap<>();

    OnTheWay(UploadStore uploads, LayerStore layers, TaskQueue tasks, Mending mending, Telling telling) {
        this.uploads = uploads;
        this.layers = layers;
        this.tasks = tasks;
        this.mending = mending;
        this.telling = telling;
        tasks.dead(LOOKED_AT).forEach(dead -> {
            if (dead.work() instanceof Work.RemoveLayer removal) {
                givenUp.putIfAbsent(removal.layer(), dead);
            }
        });
    }

    void look(Layer layer) {
        Optional<Dataset> shown = uploads.dataset(layer.dataset());
        DeadTask dead = layer.state() == Layer.State.REMOVING ? givenUp.get(layer.id()) : null;
        if (isWorkedOn(layer, shown) || !layers.find(layer.id()).equals(Optional.of(layer))) {
            telling.busy();
        } else if (dead != null) {
            String sentence = "It is to be removed, and that was given up: " + dead.reason();
            tell(Drift.Kind.STUCK, layer, sentence, "It is removed again.", () -> mending.redrive(dead.task()));
        } else {
            boolean removing = layer.state() == Layer.State.REMOVING;
            String sentence = "It is to be " + (removing ? "removed" : "published") + ", and no task is queued for it.";
            String remedy = removing ? "Its removal is queued again." : "Its publication is queued again.";
            tell(Drift.Kind.IDLE, layer, sentence, remedy, () -> mending.goOn(layer, shown));
        }
    }

    private boolean isWorkedOn(Layer layer, Optional<Dataset> shown) {
        Stream<String> keys = Stream.concat(
                Stream.of(PublishTasks.orderKey(layer.owner(), layer.origin())),
                shown.stream().map(dataset -> PublishTasks.orderKey(dataset.owner(), dataset.origin())));
        return keys.anyMatch(tasks::knows);
    }

    private void tell(
            Drift.Kind kind,
            Layer layer,
            String sentence,
            String remedy,
            java.util.function.BooleanSupplier mendingIt) {
        telling.mendable(
                new Drift(kind, QUEUE, layer.name(), layer.owner(), sentence, remedy, Drift.Verdict.MENDABLE),
                mendingIt);
    }
}
