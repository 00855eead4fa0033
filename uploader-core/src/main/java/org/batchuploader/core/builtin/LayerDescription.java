package org.batchuploader.core.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.VectorDescription;
import org.jspecify.annotations.Nullable;

/** What an inspection found, as parts of a page. */
record LayerDescription(Inspection inspection) {
    /** Pairs of {@code dt} and {@code dd}. */
    Html facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (inspection.format() != null) {
            facts.put("Format", inspection.format().title());
        }
        VectorDescription vector = inspection.vector();
        if (vector != null) {
            facts.put("Geometry", vector.geometryType());
            facts.put("Features", String.format(Locale.ROOT, "%,d", vector.count()));
            if (vector.charset() != null) {
                facts.put("Character set", vector.charset());
            }
        }
        RasterDescription raster = inspection.raster();
        if (raster != null) {
            facts.put("Size", raster.width() + " × " + raster.height() + " pixels");
            facts.put("Bands", raster.bands().size() + " (" + String.join(", ", raster.bands()) + ")");
            if (raster.noData() != null) {
                facts.put("No-data value", raster.noData());
            }
        }
        if (inspection.crs() != null) {
            facts.put(
                    "Coordinate reference system",
                    inspection.crs().code() + " – " + inspection.crs().name());
        }
        put(facts, "Extent", inspection.extent(), 3);
        put(facts, "Extent in degrees (WGS 84)", inspection.geographicExtent(), 6);
        return Html.join(facts.entrySet().stream()
                .map(fact -> Html.join(Html.of("dt", fact.getKey()), Html.of("dd", fact.getValue()))));
    }

    /** A table of the fields; nothing when there are none. */
    Html fields() {
        VectorDescription vector = inspection.vector();
        if (vector == null || vector.fields().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows = vector.fields().stream()
                .map(field -> row("td", List.of(field.name(), field.type(), width(field), originalName(field))))
                .toList();
        return section("Fields", row("th", List.of("Name", "Type", "Width", "As delivered")), rows);
    }

    /** A table of the first rows; nothing when there are none. */
    Html rows() {
        VectorDescription vector = inspection.vector();
        if (vector == null || vector.sample().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows =
                vector.sample().stream().map(values -> row("td", values)).toList();
        Html head = row("th", vector.fields().stream().map(Field::name).toList());
        return section("First rows", head, rows);
    }

    private static void put(Map<String, String> facts, String label, @Nullable Envelope envelope, int decimals) {
        if (envelope != null) {
            String number = "%." + decimals + "f";
            facts.put(
                    label,
                    String.format(
                            Locale.ROOT,
                            String.join(", ", number, number) + " to " + String.join(", ", number, number),
                            envelope.minX(),
                            envelope.minY(),
                            envelope.maxX(),
                            envelope.maxY()));
        }
    }

    private static String width(Field field) {
        return field.width() == 0
                ? ""
                : field.width() + (field.decimals() == 0 ? "" : " (" + field.decimals() + " decimals)");
    }

    private static String originalName(Field field) {
        return field.originalName().equals(field.name()) ? "" : field.originalName();
    }

    private static Html section(String heading, Html head, List<Html> rows) {
        Html table = Html.of("table", Html.of("thead", head), Html.of("tbody", Html.join(rows.stream())));
        return Html.of("section", Html.of("h2", heading), Html.of("div", table).with("class", "table"));
    }

    private static Html row(String cell, List<String> values) {
        return Html.of("tr", Html.join(values.stream().map(value -> Html.of(cell, value))));
    }
}
