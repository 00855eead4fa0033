package org.batchuploader.postgis;

import org.batchuploader.core.feature.FeatureType;

/**
 * A table that was loaded. Its primary key is {@value #KEY}, numbered as the features are in their file; its geometry
 * {@value #GEOMETRY} is absent where a feature has none.
 *
 * @param srid of the geometries, a row of {@code spatial_ref_sys}
 * @param type columns as they are in the table, behind the key and before the geometry
 * @param rows in the table
 */
public record LoadedTable(String schema, String table, int srid, FeatureType type, long rows) {
    public static final String KEY = "fid";
    public static final String GEOMETRY = "the_geom";
}
