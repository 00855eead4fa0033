package org.batchuploader.core.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vector dataset holds.
 *
 * @param geometryType {@code Point}, {@code MultiPoint}, {@code LineString}, {@code Polygon}, {@code MultiPatch}; with
 *     {@code " Z"} or {@code " M"} behind where so
 * @param count features, deleted ones not counted
 * @param charset of the attribute text, absent when there is no text
 * @param sample the first rows, each value as text, in the order of the fields
 */
public record VectorDescription(
        String geometryType, long count, List<Field> fields, @Nullable String charset, List<List<String>> sample) {
    public VectorDescription {
        fields = List.copyOf(fields);
        sample = List.copyOf(sample);
    }
}
