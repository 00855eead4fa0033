package org.batchuploader.core.feature;

import java.util.List;

/**
 * What all features of a dataset have in common.
 *
 * @param hasZ whether every vertex has a height
 * @param hasM whether every vertex has a measure, which is no number (NaN) where none is known
 */
public record FeatureType(GeometryType geometry, boolean hasZ, boolean hasM, List<Column> columns) {
    public FeatureType {
        columns = List.copyOf(columns);
    }
}
