package org.batchuploader.geoserver.catalog;

import java.util.List;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.client.StoreKind;

/**
 * A store of ours, written {@code workspace/store/kind}. The store's name ends in the layer's id, which nobody guesses,
 * so that a store made by somebody else is never taken for ours.
 */
record StoreRef(String workspace, String store, StoreKind kind) {
    static StoreRef of(String workspace, Publication publication, StoreKind kind) {
        return new StoreRef(
                workspace, publication.name() + "_" + publication.layer().value(), kind);
    }

    /** @throws IllegalArgumentException when the reference was not made here */
    static StoreRef parse(Placement placement) {
        List<String> parts = List.of(placement.ref().split("/", -1));
        for (StoreKind kind : StoreKind.values()) {
            if (parts.size() == 3 && parts.get(2).equals(kind.path())) {
                return new StoreRef(parts.get(0), parts.get(1), kind);
            }
        }
        throw new IllegalArgumentException("not a reference to a store: " + placement.ref());
    }

    @Override
    public String toString() {
        return workspace + "/" + store + "/" + kind.path();
    }
}
