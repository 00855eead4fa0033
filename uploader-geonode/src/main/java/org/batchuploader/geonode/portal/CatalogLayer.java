package org.batchuploader.geonode.portal;

import org.batchuploader.core.publish.Publication;

/**
 * A layer as the catalog step published it in GeoServer.
 *
 * @param store its data store or coverage store; of this layer alone, since GeoNode registers every layer of a store whose name has this
 *     one within, and for this one's owner
 * @param name of the layer, without the workspace
 */
public record CatalogLayer(String workspace, String store, String name) {
    public CatalogLayer {
        for (String part : new String[] {workspace, store, name}) {
            if (!part.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}")) {
                throw new IllegalArgumentException("not a name of ours in GeoServer: \"" + part + "\"");
            }
        }
    }

    /** Where the catalog step puts what it publishes, found out without any call. */
    @FunctionalInterface
    public interface Naming {
        CatalogLayer of(Publication publication);
    }
}
