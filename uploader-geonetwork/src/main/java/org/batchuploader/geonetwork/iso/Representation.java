package org.batchuploader.geonetwork.iso;

import org.jspecify.annotations.Nullable;

/** How the data show the world ({@code MD_SpatialRepresentation}). */
public sealed interface Representation {
    /** Of the code list {@code MD_SpatialRepresentationTypeCode}. */
    String code();

    /**
     * Points, lines or polygons.
     *
     * @param objectType of the code list {@code MD_GeometricObjectTypeCode}: {@code point}, {@code curve},
     *     {@code surface}, {@code composite}; absent when unknown
     */
    record Vector(@Nullable String objectType, long count) implements Representation {
        @Override
        public String code() {
            return "vector";
        }
    }

    /**
     * Cells.
     *
     * @param columns cells in a row
     * @param metres a cell's size on the ground, absent when unknown
     */
    record Grid(int columns, int rows, @Nullable Double metres) implements Representation {
        @Override
        public String code() {
            return "grid";
        }
    }
}
