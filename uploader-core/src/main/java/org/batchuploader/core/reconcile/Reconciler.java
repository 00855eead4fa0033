package org.batchuploader.core.reconcile;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.upload.UploadStore;

/**
 * Compares our rows with the systems, layer by layer, and then looks for what bears our mark and is no layer of ours. May run beside
 * the service: what is being worked on is left out, and what has changed since it was read is not told. Takes a few calls for each
 * layer; memory does not depend on how many there are.
 */
public final class Reconciler {
    private static final int PAGE = 200;

    private final UploadStore uploads;
    private final LayerStore layers;
    private final TaskQueue tasks;
    private final Map<Step, Inventory> inventories = new EnumMap<>(Step.class);
    private final Mending mending;

    /** @param inventories of the steps that are taken; a step without one is not compared */
    public Reconciler(
            InstantSource clock,
            Ids ids,
            Transactions transactions,
            UploadStore uploads,
            LayerStore layers,
            TaskQueue tasks,
            Map<Step, Inventory> inventories) {
        this.uploads = uploads;
        this.layers = layers;
        this.tasks = tasks;
        this.inventories.putAll(inventories);
        this.mending = new Mending(clock, ids, transactions, uploads, layers, tasks, new PublishTasks(tasks));
    }

    /**
     * Looks at everything once.
     *
     * @param fix whether ordinary work is queued for what is ours to mend
     * @param told each drift as it is found
     */
    public Summary run(boolean fix, Consumer<Drift> told) {
        Telling telling = new Telling(fix, told);
        Systems systems = new Systems(inventories, telling);
        Published published = new Published(uploads, layers, systems, mending, telling);
        OnTheWay onTheWay = new OnTheWay(uploads, layers, tasks, mending, telling);
        List<Layer> page = layers.after(null, PAGE);
        while (!page.isEmpty()) {
            for (Layer layer : page) {
                if (layer.state() == Layer.State.PUBLISHED) {
                    published.compare(layer);
                } else {
                    onTheWay.look(layer);
                }
            }
            page = layers.after(page.get(page.size() - 1).id(), PAGE);
        }
        new Orphans(uploads, layers, systems, mending, telling).look();
        return telling.summary();
    }
}
