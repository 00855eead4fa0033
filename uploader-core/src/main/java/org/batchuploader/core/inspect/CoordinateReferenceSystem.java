package org.batchuploader.core.inspect;

/**
 * A coordinate reference system by its authority code.
 *
 * @param code authority and code, {@code EPSG:2056}
 * @param name the authority's name for it
 */
public record CoordinateReferenceSystem(String code, String name) {}
