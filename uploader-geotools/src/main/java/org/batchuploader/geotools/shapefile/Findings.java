package org.batchuploader.geotools.shapefile;

import java.util.List;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a shapefile say together.
 *
 * @param shapes of the records that count
 * @param table absent when there is none, and shapes are numbered in its place
 * @param text of the table, absent when there is none
 * @param problems of the structure and the charset
 * @param fit whether registries can take the files as they are
 */
record Findings(
        ShapeScan shapes, @Nullable TableScan table, @Nullable TableText text, List<Problem> problems, boolean fit) {
    Findings {
        problems = List.copyOf(problems);
    }

    /** Features, deleted ones not counted. */
    long count() {
        return Math.max(0, shapes.records() - (table == null ? 0 : table.deleted()));
    }
}
