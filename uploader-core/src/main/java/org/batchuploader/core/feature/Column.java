package org.batchuploader.core.feature;

/**
 * A column of attributes.
 *
 * @param name safe, as the inspection maps it
 * @param width of a text: no value has more characters; 0 for other types
 */
public record Column(String name, ValueType type, int width) {}
