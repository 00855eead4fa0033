package org.batchuploader.app.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.upload.Page;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.user.Owner;

/** One's uploads, newest first, and a form to add one. */
final class UploadListPage {
    private UploadListPage() {}

    static Html of(Page<Upload> page, Owner owner) {
        Html rows = Html.join(page.items().stream().map(upload -> row(upload, owner)));
        Html table = page.items().isEmpty()
                ? Html.of(
                        "p",
                        "Nothing here yet. Send a shapefile (.shp, .shx, .dbf, .prj), a zip of them, or a GeoTIFF.")
                : Html.of("table", Html.of("tbody", rows));
        String next = page.next();
        Html more = next == null
                ? Html.NOTHING
                : Html.of(
                        "p", Html.link("/?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8), "Older uploads"));
        return Html.join(form(), Html.of("section", table, more));
    }

    private static Html form() {
        Html input = Html.single(
                "input",
                Html.attributes("type", "file", "name", "file", "multiple", "multiple", "required", "required"));
        return Html.of(
                "section",
                Html.of("form", input, Html.of("button", "Upload"))
                        .with("method", "post")
                        .with("action", "/uploads")
                        .with("enctype", "multipart/form-data"));
    }

    private static Html row(Upload upload, Owner owner) {
        return Html.of(
                "tr",
                Html.of("td", Html.link("/uploads/" + upload.id(), upload.title())),
                Html.of("td", upload.files().size() + (upload.files().size() == 1 ? " file" : " files")),
                owner.administrator() ? Html.of("td", upload.owner()) : Html.NOTHING,
                Html.of("td", Words.time(upload.received())),
                Html.of("td", Words.state(upload.state().name())));
    }
}
