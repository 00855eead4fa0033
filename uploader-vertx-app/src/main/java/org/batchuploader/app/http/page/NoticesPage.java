package org.batchuploader.app.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.upload.Page;

/** One's inbox, newest first. */
final class NoticesPage {
    private NoticesPage() {}

    static Html of(Page<Notice> page) {
        Html notices = page.items().isEmpty()
                ? Html.of("section", Html.of("p", "No notices yet."))
                : Html.join(page.items().stream().map(NoticesPage::notice));
        String next = page.next();
        return next == null
                ? notices
                : Html.join(
                        notices,
                        Html.of(
                                "p",
                                Html.link(
                                        "/notices?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                                        "Older notices")));
    }

    private static Html notice(Notice notice) {
        Html links = Html.join(notice.links().stream().map(l -> Html.of("li", Html.link(l.href(), l.title()))));
        Html read =
                notice.read() == null ? Html.button("/notices/" + notice.id() + "/read", "Mark as read") : Html.NOTHING;
        return Html.of(
                        "section",
                        Html.of("h2", Html.link("/uploads/" + notice.upload(), notice.subject())),
                        Html.of("p", Words.time(notice.at())),
                        Html.of("p", notice.text()).with("class", "text"),
                        Html.of("ul", links).with("class", "links"),
                        read)
                .with("class", notice.read() == null ? "unread" : "read");
    }
}
