package org.batchuploader.core.publish;

/**
 * An address of a layer.
 *
 * @param rel what it is: {@code page}, {@code wms}, {@code wfs}, {@code wcs}, {@code record}, {@code geojson},
 *     {@code original}, {@code thumbnail}
 * @param href absolute, or relative to the service's public address
 */
public record Link(String rel, String href, String title) {}
