package org.batchuploader.geoserver.catalog;

import java.util.List;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
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

    /** @throws IllegalArgumentException when the reference was not made here */
    static LayerRef parse(Placement placement) {
        List<String> parts = List.of(placement.ref().split("/", -1));
        for (Form form : Form.values()) {
            if (parts.size() == 3
                    && parts.get(2).equals(form.word)
                    && parts.get(1).contains("_")) {
                return new LayerRef(parts.get(0), parts.get(1), form);
            }
        }
        throw new IllegalArgumentException("not a reference to a layer: " + placement.ref());
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
