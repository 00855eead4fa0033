package org.batchuploader.app.http.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.CorrectionKind;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.upload.Dataset;

/** One dataset: its map, what was learned, what is wrong and the form that mends it, its links. */
record DatasetSection(Dataset dataset, Map<LayerId, Layer> layers) {
    Html html() {
        Html map = dataset.thumbnail() == null
                ? Html.NOTHING
                : Html.single(
                        "img",
                        Html.attributes(
                                "src",
                                "/api/v1/datasets/" + dataset.id() + "/thumbnail",
                                "alt",
                                "Map of " + dataset.name()));
        Html problems = Html.join(dataset.problems().stream().map(this::problem));
        return Html.of(
                "section",
                Html.of(
                        "h2",
                        Html.text(dataset.name() + " "),
                        Words.state(dataset.state().name())),
                Html.of("div", map, Html.of("div", facts(), links())).with("class", "map"),
                problems);
    }

    private Html facts() {
        Inspection seen = dataset.inspection();
        if (seen == null) {
            return Html.NOTHING;
        }
        var vector = Optional.ofNullable(seen.vector());
        var raster = Optional.ofNullable(seen.raster());
        Stream<Html> facts = Stream.of(
                fact("Format", Optional.ofNullable(seen.format()).map(f -> f.title())),
                fact("Geometry", vector.map(v -> v.geometryType())),
                fact("Features", vector.map(v -> String.valueOf(v.count()))),
                fact(
                        "Size",
                        raster.map(r -> r.width() + " x " + r.height() + ", "
                                + r.bands().size() + " bands")),
                fact("CRS", Optional.ofNullable(seen.crs()).map(c -> c.code() + ", " + c.name())),
                fact("Character set", vector.map(v -> v.charset())));
        return Html.of("dl", Html.join(facts));
    }

    private static Html fact(String label, Optional<String> value) {
        return value.map(v -> Html.join(Html.of("dt", label), Html.of("dd", v))).orElse(Html.NOTHING);
    }

    private Html links() {
        Stream<Html> links = Optional.ofNullable(dataset.layer()).map(layers::get).stream()
                .flatMap(layer -> layer.links().stream())
                .map(link -> Html.of("li", Html.link(link.href(), link.title())));
        return Html.of("ul", Html.join(links)).with("class", "links");
    }

    private Html problem(Problem problem) {
        CorrectionKind awaits = problem.awaits();
        Html form = awaits == null || !dataset.state().isEnding() ? Html.NOTHING : form(awaits, problem);
        String kind = problem.severity().name().toLowerCase(java.util.Locale.ROOT);
        return Html.of(
                        "article",
                        Html.of("p", Html.of("strong", problem.sentence())),
                        Html.of(
                                "p",
                                Html.text(problem.hint() + " "),
                                Html.of("code", problem.code().name())),
                        form)
                .with("class", "problem " + kind);
    }

    private Html form(CorrectionKind awaits, Problem problem) {
        Html fields =
                switch (awaits) {
                    case CRS -> crs(problem);
                    case CHARSET -> field("charset", "Character set, such as windows-1252");
                    case NAME ->
                        Html.join(
                                field("name", "Another layer name"),
                                Html.of(
                                        "label",
                                        Html.single(
                                                "input",
                                                Html.attributes(
                                                        "type", "checkbox", "name", "overwrite", "value", "true")),
                                        Html.text(" Replace my layer of that name")));
                    case FILE -> Html.NOTHING;
                };
        return awaits == CorrectionKind.FILE
                ? Html.NOTHING
                : Html.of("form", fields, Html.of("button", "Go on"))
                        .with("method", "post")
                        .with("action", "/datasets/" + dataset.id() + "/correction");
    }

    private static Html crs(Problem problem) {
        Stream<Html> choices = problem.candidates().stream().map(DatasetSection::choice);
        return Html.join(Html.join(choices), field("crsTyped", "Another code, such as EPSG:4326"));
    }

    private static Html choice(CrsCandidate candidate) {
        return Html.of(
                "label",
                Html.single("input", Html.attributes("type", "radio", "name", "crs", "value", candidate.code())),
                Html.of("strong", " " + candidate.code() + " " + candidate.name()),
                Html.of("small", " " + Math.round(candidate.confidence() * 100) + " %: " + candidate.reason()));
    }

    private static Html field(String name, String label) {
        return Html.of(
                "label", Html.text(label + " "), Html.single("input", Html.attributes("type", "text", "name", name)));
    }
}
