package org.batchuploader.core.upload;

import java.time.Instant;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Step;
import org.jspecify.annotations.Nullable;

/**
 * One change of state, as its owner may read it.
 *
 * @param dataset absent where the change concerns the whole upload
 * @param reason a sentence
 * @param trace a stack trace, for administrators only
 */
public record HistoryEntry(
        UploadId upload,
        @Nullable DatasetId dataset,
        Instant at,
        DatasetState state,
        @Nullable Step step,
        int attempt,
        String reason,
        @Nullable String trace) {}
