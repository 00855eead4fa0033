package org.batchuploader.core.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a longer list.
 *
 * @param next the cursor of the next page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
