package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.upload.Page;
import org.jspecify.annotations.Nullable;

/** A message about an ending; {@code read} is when its owner marked it. */
public record NoticeJson(
        String id,
        String upload,
        String dataset,
        String kind,
        String at,
        String subject,
        String text,
        List<Link> links,
        @Nullable String read) {
    /** A page of notices. */
    public record Listing(List<NoticeJson> notices, long unread, @Nullable String next) {
        public static Listing of(Page<Notice> page, long unread) {
            return new Listing(page.items().stream().map(NoticeJson::of).toList(), unread, page.next());
        }
    }

    private static NoticeJson of(Notice notice) {
        var read = notice.read();
        return new NoticeJson(
                notice.id().value(),
                notice.upload().value(),
                notice.dataset().value(),
                notice.kind().name(),
                notice.at().toString(),
                notice.subject(),
                notice.text(),
                notice.links(),
                read == null ? null : read.toString());
    }
}
