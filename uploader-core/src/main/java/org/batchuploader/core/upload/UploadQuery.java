package org.batchuploader.core.upload;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which uploads to list, newest first.
 *
 * @param owner only this owner's; absent for everybody's
 * @param folder only those delivered to this folder, canonical; absent for all
 * @param states only these; empty for all
 * @param after the cursor of the page before; absent for the first page
 * @param limit 1 to 500
 */
public record UploadQuery(
        @Nullable String owner, @Nullable String folder, Set<UploadState> states, @Nullable String after, int limit) {
    public static final int LARGEST_PAGE = 500;

    public UploadQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + LARGEST_PAGE + ", not " + limit);
        }
    }

    /** Of all folders. */
    public UploadQuery(@Nullable String owner, Set<UploadState> states, @Nullable String after, int limit) {
        this(owner, null, states, after, limit);
    }
}
