package org.batchuploader.app.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.batchuploader.app.http.Reply;
import org.batchuploader.core.html.Html;

/** What all pages have in common. */
final class Layout {
    private static final String STYLE = load("style.css");

    private Layout() {}

    static Reply page(String title, String user, Html content) {
        Html head = Html.join(
                Html.single("meta", Html.attributes("charset", "utf-8")),
                Html.single(
                        "meta", Html.attributes("name", "viewport", "content", "width=device-width, initial-scale=1")),
                Html.single("meta", Html.attributes("name", "color-scheme", "content", "light dark")),
                Html.of("title", title + " - Batch Uploader"),
                Html.single("link", Html.attributes("rel", "stylesheet", "href", "/style.css")));
        Html bar = Html.of(
                "header",
                Html.of(
                        "nav",
                        Html.link("/", "Uploads"),
                        Html.link("/layers/", "Layers"),
                        Html.link("/notices", "Notices")),
                Html.of("span", user));
        Html body = Html.of("body", bar, Html.of("main", Html.of("h1", title), content));
        return Reply.html(
                200,
                "<!DOCTYPE html>"
                        + Html.of("html", Html.of("head", head), body)
                                .with("lang", "en")
                                .markup());
    }

    static Reply style() {
        return Reply.text(200, "text/css; charset=utf-8", STYLE);
    }

    private static String load(String name) {
        try (InputStream in = Layout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
