package org.batchuploader.core.notice;

import java.time.Instant;
import java.util.List;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Link;
import org.jspecify.annotations.Nullable;

/**
 * A message to an owner about an ending.
 *
 * @param text what happened; if something is wrong, the reason and the remedy
 * @param links to the layer, if it was published
 * @param read when the owner marked it as read
 */
public record Notice(
        NoticeId id,
        String owner,
        UploadId upload,
        DatasetId dataset,
        Kind kind,
        Instant at,
        String subject,
        String text,
        List<Link> links,
        @Nullable Instant read) {
    /** What it tells. */
    public enum Kind {
        PUBLISHED,
        NEEDS_CORRECTION,
        FAILED
    }

    public Notice {
        links = List.copyOf(links);
    }
}
