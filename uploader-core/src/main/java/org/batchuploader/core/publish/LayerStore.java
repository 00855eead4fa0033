package org.batchuploader.core.publish;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.LayerId;
import org.jspecify.annotations.Nullable;

/** Layers and their reserved names. Joins the transaction of its thread. */
public interface LayerStore {
    /** Inserts a layer and so reserves its name; false, and nothing done, when the name is taken. */
    boolean reserve(Layer layer);

    /** Replaces everything of a stored layer but id, owner and name. */
    void update(Layer layer);

    /** Deletes the layer and frees its name. */
    void delete(LayerId id);

    Optional<Layer> find(LayerId id);

    Optional<Layer> named(String name);

    /** The layer published from this origin by this owner. */
    Optional<Layer> ofOrigin(String owner, String origin);

    /**
     * Everybody's layers in the order of their ids, a page at a time.
     *
     * @param last of the page before; absent for the first page
     */
    List<Layer> after(@Nullable LayerId last, int limit);

    /** Layers of an owner by name. */
    List<Layer> ofOwner(String owner, int limit);
}
