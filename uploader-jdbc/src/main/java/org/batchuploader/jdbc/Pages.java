package org.batchuploader.jdbc;

import java.util.List;
import org.batchuploader.core.upload.Page;
import org.jspecify.annotations.Nullable;

/** Pages of rows newest first; a cursor is the sequence number of the last row shown. */
final class Pages {
    /** A row with its place in the order of insertion. */
    record Numbered<T>(long seq, T value) {}

    private Pages() {}

    /** Rows numbered below this are on the page and those behind it. */
    static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not the cursor of a page: " + cursor, e);
        }
    }

    /** @param found up to one row more than the limit */
    static <T> Page<T> page(List<Numbered<T>> found, int limit) {
        boolean more = found.size() > limit;
        List<Numbered<T>> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Numbered::value).toList(),
                more ? Long.toString(shown.get(limit - 1).seq()) : null);
    }
}
