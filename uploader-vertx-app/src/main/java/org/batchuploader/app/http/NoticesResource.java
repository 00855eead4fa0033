package org.batchuploader.app.http;

import org.batchuploader.app.api.NoticeJson;
import org.batchuploader.app.api.UserJson;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.upload.UploadQuery;

/** {@code /api/v1/notices} and {@code /api/v1/me}. */
final class NoticesResource {
    private static final int USUAL_PAGE = 50;

    private final Uploader uploader;

    NoticesResource(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply list(Exchange exchange) {
        var desk = uploader.desk(exchange.owner());
        int limit = exchange.number("limit", USUAL_PAGE, UploadQuery.LARGEST_PAGE);
        try {
            var page = desk.notices(exchange.query("after").orElse(null), limit);
            return Reply.json(200, NoticeJson.Listing.of(page, desk.unreadNotices()));
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("PARAMETER_INVALID", "after must be the next of the page before.");
        }
    }

    Reply read(Exchange exchange) {
        Answers.require(uploader.desk(exchange.owner()).markRead(exchange.notice()));
        return Reply.empty(204);
    }

    Reply me(Exchange exchange) {
        long unread = uploader.desk(exchange.owner()).unreadNotices();
        return Reply.json(200, UserJson.Me.of(exchange.owner(), unread));
    }
}
