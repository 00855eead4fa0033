package org.batchuploader.core.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.UploadStore;

/** The removals of layers that were given up. */
record Removals(TaskQueue tasks, LayerStore layers, UploadStore uploads) {
    /** Of the newest so many tasks that were given up. */
    private static final int LOOKED_AT = 1000;

    /** Newest first. */
    List<StuckRemoval> all() {
        return tasks.dead(LOOKED_AT).stream()
                .flatMap(dead -> stuck(dead).stream())
                .toList();
    }

    boolean runAgain(TaskId task) {
        return tasks.dead(task).flatMap(this::stuck).isPresent() && tasks.redrive(task);
    }

    private Optional<StuckRemoval> stuck(TaskQueue.DeadTask dead) {
        return Stream.of(dead.work())
                .filter(Work.RemoveLayer.class::isInstance)
                .map(Work.RemoveLayer.class::cast)
                .findFirst()
                .flatMap(work -> layers.find(work.layer()))
                .filter(layer -> layer.state() == Layer.State.REMOVING)
                .flatMap(layer -> uploads.dataset(layer.dataset())
                        .map(shown ->
                                new StuckRemoval(dead.task(), layer, shown.upload(), dead.reason(), dead.diedAt())));
    }
}
