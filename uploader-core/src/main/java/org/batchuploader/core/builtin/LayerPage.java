package org.batchuploader.core.builtin;

import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Publication;

/** The page of one layer. Addresses in it are relative to it wherever they can be, so that it also works from disk. */
record LayerPage(Publication publication) {
    static final String THUMBNAIL = "thumbnail.png";
    static final String RECORD = "record.xml";

    private static final Template TEMPLATE = Template.load("layer-page.html");
    private static final Map<String, String> LABELS = Map.of(
            "geojson", "GeoJSON",
            "original", "Original files",
            "wms", "Map service (WMS)",
            "wfs", "Feature service (WFS)",
            "wcs", "Coverage service (WCS)");

    String html() {
        var description = new LayerDescription(publication.inspection());
        return TEMPLATE.fill(Map.of(
                "title", Html.text(publication.title()),
                "name", Html.text(publication.name()),
                "owner", Html.text(publication.owner().name()),
                "date", Html.text(publication.at().toString().substring(0, 10)),
                "thumbnail", thumbnail(),
                "links", links(),
                "facts", description.facts(),
                "fields", description.fields(),
                "rows", description.rows()));
    }

    private Html thumbnail() {
        if (publication.thumbnail() == null) {
            return Html.NOTHING;
        }
        return Html.single("img", Html.attributes("src", THUMBNAIL, "alt", "Map of " + publication.title()));
    }

    private Html links() {
        Stream<Html> published = publication.links().stream()
                .filter(link -> LABELS.containsKey(link.rel()))
                .map(link -> item(relative(link), LABELS.getOrDefault(link.rel(), link.title())));
        return Html.join(Stream.concat(published, Stream.of(item(RECORD, "Metadata record"))));
    }

    private String relative(Link link) {
        String own = "/layers/" + publication.name() + "/";
        return link.href().startsWith(own) ? link.href().substring(own.length()) : link.href();
    }

    private static Html item(String href, String label) {
        return Html.of("li", Html.of("a", label).with("href", href));
    }
}
