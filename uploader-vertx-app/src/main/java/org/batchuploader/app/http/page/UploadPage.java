package org.batchuploader.app.http.page;

import java.util.stream.Stream;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.UploadState;

/** One upload: its files, its datasets with what is to be mended, its history. */
record UploadPage(UploadDetails details, boolean administrator) {
    Html html() {
        Html datasets = Html.join(
                details.datasets().stream().map(dataset -> new DatasetSection(dataset, details.layers()).html()));
        return Html.join(summary(), RemovalsSection.of(details.stuck()), datasets, history());
    }

    private Html summary() {
        var upload = details.upload();
        Html files = Html.join(
                upload.files().stream().map(f -> Html.of("li", Html.text(f.name() + ", " + f.size() + " bytes"))));
        Html queue = details.position() > 0
                ? Html.of("p", details.position() + " tasks are before it in the queue.")
                : Html.NOTHING;
        return Html.of(
                "section",
                Html.of(
                        "p",
                        Words.state(upload.state().name()),
                        Html.text(" received "),
                        Words.time(upload.received())),
                queue,
                Html.of("ul", files),
                actions(upload.state()));
    }

    private Html actions(UploadState state) {
        String path = "/uploads/" + details.upload().id();
        boolean again = state == UploadState.FAILED || state == UploadState.NEEDS_CORRECTION;
        Html retry = again ? Html.button(path + "/retry", "Try again") : Html.NOTHING;
        String label = state == UploadState.PUBLISHED ? "Take down" : "Cancel";
        Html cancel = state == UploadState.CANCELLED ? Html.NOTHING : Html.button(path + "/cancel", label);
        return Html.of("div", retry, cancel).with("class", "actions");
    }

    private Html history() {
        Stream<Html> rows = details.history().stream().map(this::row);
        return Html.of("section", Html.of("h2", "History"), Html.of("table", Html.of("tbody", Html.join(rows))));
    }

    private Html row(HistoryEntry entry) {
        String trace = entry.trace();
        Html folded = trace == null || !administrator
                ? Html.NOTHING
                : Html.of("details", Html.of("summary", "Stack trace"), Html.of("pre", trace));
        var step = entry.step();
        return Html.of(
                "tr",
                Html.of("td", Words.time(entry.at())),
                Html.of("td", Words.state(entry.state().name())),
                Html.of("td", step == null ? "" : step.name().toLowerCase(java.util.Locale.ROOT)),
                Html.of("td", Html.text(entry.reason()), folded));
    }
}
