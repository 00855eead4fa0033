package org.batchuploader.core.pipeline;

import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.Dataset;

/** Queues the work on layers, so that all of one layer is done in the order received. */
public final class PublishTasks {
    private final TaskQueue tasks;

    public PublishTasks(TaskQueue tasks) {
        this.tasks = tasks;
    }

    public void enqueue(Dataset dataset) {
        enqueue(dataset, false);
    }

    /** As {@link #enqueue}, for an owner who waits in front of a screen. */
    public void enqueueUrgent(Dataset dataset) {
        enqueue(dataset, true);
    }

    private void enqueue(Dataset dataset, boolean urgent) {
        tasks.enqueue(new NewTask(
                new Work.PublishDataset(dataset.id()),
                dataset.owner(),
                orderKey(dataset.owner(), dataset.origin()),
                urgent));
    }

    /** Queues the removal of the layer that this dataset became, behind all work on the dataset. */
    public void enqueueRemoval(Layer layer, Dataset dataset) {
        tasks.enqueue(new NewTask(
                new Work.RemoveLayer(layer.id()), dataset.owner(), orderKey(dataset.owner(), dataset.origin())));
    }

    /** Queues the removal of a layer that nothing else is queued for. */
    public void enqueueRemoval(Layer layer) {
        tasks.enqueue(
                new NewTask(new Work.RemoveLayer(layer.id()), layer.owner(), orderKey(layer.owner(), layer.origin())));
    }

    /** The order key under which a layer's work is queued. */
    public static String orderKey(String owner, String origin) {
        return "publish:" + owner + "/" + origin;
    }
}
