package org.batchuploader.geoserver.client;

/**
 * A layer as GeoServer describes it.
 *
 * @param store of what it shows, {@code ""} when it does not say
 * @param style its default one; {@code workspace:name} where it belongs to a workspace
 */
public record LayerInfo(String store, String style) {}
