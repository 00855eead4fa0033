package org.batchuploader.app.http.page;

import java.util.List;
import org.batchuploader.core.desk.StuckRemoval;
import org.batchuploader.core.html.Html;

/** What an administrator has to see to: layers that are to be gone and are not, each with the reason. */
final class RemovalsSection {
    private RemovalsSection() {}

    /** Nothing when there are none. */
    static Html of(List<StuckRemoval> stuck) {
        return stuck.isEmpty()
                ? Html.NOTHING
                : Html.of(
                        "section",
                        Html.of("h2", "Not removed"),
                        Html.join(stuck.stream().map(RemovalsSection::one)));
    }

    private static Html one(StuckRemoval removal) {
        return Html.of(
                        "article",
                        Html.of(
                                "p",
                                Html.of("strong", "The layer " + removal.layer().name() + " is still there: "),
                                Html.text(removal.reason())),
                        Html.of(
                                "p",
                                Html.link("/uploads/" + removal.upload(), "Its upload"),
                                Html.text(" of " + removal.layer().owner() + ", given up "),
                                Words.time(removal.since())),
                        Html.button("/removals/" + removal.task() + "/retry", "Try again"))
                .with("class", "problem fatal");
    }
}
