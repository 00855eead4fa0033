package org.batchuploader.core.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The datasets found in a delivery.
 *
 * @param problems what concerns the delivery as a whole; a fatal one means that nothing of it is used
 */
public record Discovery(List<Found> datasets, List<Problem> problems) {
    public Discovery {
        datasets = List.copyOf(datasets);
        problems = List.copyOf(problems);
    }

    /**
     * One dataset found.
     *
     * @param name the base name, {@code roads}
     * @param origin where in the delivery it was, {@code atlas.zip/north/roads} or {@code roads}; with the member, where
     *     there is one, {@code town.gpkg/roads}
     * @param member which layer inside its file, as only the inspector need understand it; absent when the files are the
     *     dataset
     * @param problems found while unpacking or grouping, {@code PART_MISSING} for one; kept besides the inspection's
     */
    public record Found(String name, String origin, @Nullable String member, List<Part> parts, List<Problem> problems) {
        public Found {
            parts = List.copyOf(parts);
            problems = List.copyOf(problems);
        }

        /** Files that are one dataset. */
        public Found(String name, String origin, List<Part> parts, List<Problem> problems) {
            this(name, origin, null, parts, problems);
        }
    }
}
