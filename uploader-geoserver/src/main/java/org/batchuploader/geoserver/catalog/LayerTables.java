package org.batchuploader.geoserver.catalog;

import org.batchuploader.core.publish.Publication;

/**
 * Tables of vector data in a database that GeoServer reads, called as their layers. Throws
 * {@link org.batchuploader.core.remote.RemoteUnavailable} and {@link org.batchuploader.core.remote.RemoteRefused} as the catalog does.
 */
public interface LayerTables {
    /** Brings the layer's table to what the publication describes; readers see the old one whole or the new one whole. */
    void load(Publication publication);

    /** Removes a table of ours; fine if it is gone already. */
    void drop(String layerName);
}
