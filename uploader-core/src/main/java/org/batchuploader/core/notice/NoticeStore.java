package org.batchuploader.core.notice;

import java.time.Instant;
import java.util.Optional;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.upload.Page;
import org.jspecify.annotations.Nullable;

/** Every owner's inbox. Joins the transaction of its thread. */
public interface NoticeStore {
    void insert(Notice notice);

    Optional<Notice> find(NoticeId id);

    /** An owner's notices, newest first; {@code after} is the cursor of the page before. */
    Page<Notice> list(String owner, @Nullable String after, int limit);

    long unread(String owner);

    /** @return false when that owner has no such notice */
    boolean markRead(NoticeId id, String owner, Instant at);
}
