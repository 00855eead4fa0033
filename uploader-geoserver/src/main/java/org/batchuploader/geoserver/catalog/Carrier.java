package org.batchuploader.geoserver.catalog;

import org.batchuploader.core.publish.Publication;

/** One way of bringing data to GeoServer and taking them away again. */
interface Carrier {
    /** Puts the data into the layer's store, made when it is not there. Configures no feature type. */
    void carry(LayerRef ref, Publication publication);

    /** The layer shows what was carried last; whatever was kept of what it showed before can go. */
    void settle(LayerRef ref);

    /** Takes layer, store and data away, as far as they are there. */
    void discard(LayerRef ref);
}
