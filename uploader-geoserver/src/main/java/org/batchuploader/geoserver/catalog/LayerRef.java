package org.batchuploader.geoserver.catalog;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.batchuploader.geoserver.client.StoreKind;

/**
 * A layer of ours, written {@code workspace/own/form}.
 *
 * @param own the layer's name and id, by which its store and its style are called. Nobody guesses the id, so that what was made by
 *     somebody else is never taken for ours
 */
record LayerRef(String workspace, String own, Form form) {
    /** What GeoServer reads. */
    enum Form {
        FILES("datastores", StoreKind.DATASTORES),
        RASTER("coveragestores", StoreKind.COVERAGESTORES),
        TABLE("tables", StoreKind.DATASTORES);

        private final String word;
        private final StoreKind kind;

        Form(String word, StoreKind kind) {
            this.word = word;
            this.kind = kind;
        }
    }

    static LayerRef of(String workspace, Publication publication, Form form) {
        return new LayerRef(
                workspace, publication.name() + "_" + publication.layer().value(), form);
    }

    /**
     * Where the layer was put before, of this or another form. It stays in its workspace for life: a group that its owner leaves,
     * or another rule of an administrator's, moves no layer that people have the address of.
     */
    static Optional<LayerRef> before(Publication publication) {
        String own = of("", publication, Form.FILES).own();
        return Optional.ofNullable(publication.placements().get(Step.CATALOG))
                .flatMap(LayerRef::read)
                .filter(ref -> ref.own().equals(own));
    }

    /** @throws IllegalArgumentException when the reference was not made here */
    static LayerRef parse(Placement placement) {
        return read(placement)
                .orElseThrow(() -> new IllegalArgumentException("not a reference to a layer: " + placement.ref()));
    }

    static Optional<LayerRef> read(Placement placement) {
        List<String> parts = List.of(placement.ref().split("/", -1));
        for (Form form : Form.values()) {
            if (parts.size() == 3
                    && parts.get(2).equals(form.word)
                    && parts.get(1).contains("_")) {
                return Optional.of(new LayerRef(parts.get(0), parts.get(1), form));
            }
        }
        return Optional.empty();
    }

    /** By the name of a store; empty when nobody of ours made that. */
    static Optional<LayerRef> ofStore(String workspace, String store, Form form) {
        int end = store.lastIndexOf('_');
        boolean ours = end > 0 && Ids.isValid(store.substring(end + 1)) && LayerName.isValid(store.substring(0, end));
        return ours ? Optional.of(new LayerRef(workspace, store, form)) : Optional.empty();
    }

    LayerId layer() {
        return new LayerId(own.substring(own.lastIndexOf('_') + 1));
    }

    /** The layer's name. */
    String name() {
        return own.substring(0, own.lastIndexOf('_'));
    }

    StoreKind kind() {
        return form.kind;
    }

    String store() {
        return own;
    }

    LayerRef as(Form other) {
        return new LayerRef(workspace, own, other);
    }

    @Override
    public String toString() {
        return workspace + "/" + own + "/" + form.word;
    }
}
