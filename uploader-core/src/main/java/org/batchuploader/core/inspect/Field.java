package org.batchuploader.core.inspect;

/**
 * An attribute.
 *
 * @param name as the layer will have it
 * @param originalName as delivered
 * @param type {@code string}, {@code integer}, {@code number}, {@code date}, {@code boolean}
 * @param width in characters or digits, 0 when the format has none
 */
public record Field(String name, String originalName, String type, int width, int decimals) {}
