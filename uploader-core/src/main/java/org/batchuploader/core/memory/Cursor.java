package org.batchuploader.core.memory;

import java.util.List;
import java.util.function.ToLongFunction;
import org.batchuploader.core.upload.Page;
import org.jspecify.annotations.Nullable;

/** Pages of rows that count upwards, newest first. */
final class Cursor {
    private Cursor() {}

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
    static <R> Page<R> page(List<R> found, int limit, ToLongFunction<R> number) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<R> items = found.subList(0, limit);
        return new Page<>(items, Long.toString(number.applyAsLong(items.get(limit - 1))));
    }
}
