package org.batchuploader.core.pipeline;

import java.time.InstantSource;
import java.util.Optional;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.UploadStore;

/**
 * Gives a layer back that a dataset must leave: to the dataset before it, which is put in place again, or to nobody, and
 * then it is removed. Both are queued behind all other work on the layer, so that what cannot be undone now stays as
 * work to do.
 */
public final class Undo {
    private final InstantSource clock;
    private final UploadStore uploads;
    private final LayerStore layers;
    private final PublishTasks publishing;

    public Undo(InstantSource clock, UploadStore uploads, LayerStore layers, PublishTasks publishing) {
        this.clock = clock;
        this.uploads = uploads;
        this.layers = layers;
        this.publishing = publishing;
    }

    /** Call inside a transaction that holds the dataset's upload. */
    public void giveBack(Dataset dataset) {
        Optional<Layer> own = Optional.ofNullable(dataset.layer())
                .flatMap(layers::find)
                .filter(layer -> layer.dataset().equals(dataset.id()));
        own.ifPresent(layer -> {
            DatasetId previous = layer.previous();
            Optional<Dataset> before = Optional.ofNullable(previous).flatMap(uploads::dataset);
            if (before.isPresent()) {
                layers.update(layer.showing(before.get().id(), null, clock.instant()));
                publishing.enqueue(before.get());
            } else {
                layers.update(layer.with(Layer.State.REMOVING, clock.instant()));
                publishing.enqueueRemoval(layer, dataset);
            }
        });
    }
}
