package org.batchuploader.geotools.crs.text;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.geotools.crs.definition.CrsDefinition;

/**
 * A text that says which CRS is meant.
 *
 * @param name as the text gives it: of the whole, or the text itself when it is nothing but a name
 * @param authority of a code alone, {@code EPSG} or {@code ESRI}; empty without one
 * @param code that the text is, or that it gives to the whole
 * @param definition absent when the text defines nothing, or nothing we can read
 */
public record CrsText(String name, String authority, OptionalInt code, Optional<CrsDefinition> definition) {
    private static final int MAX_LENGTH = 1 << 16;
    private static final Pattern CODE = Pattern.compile("(?i)(?:urn:(?:ogc:def|x-ogc:def):crs:"
            + "|https?://www\\.opengis\\.net/(?:def/crs/|gml/srs/)|\\+?init=)?(?:(epsg|esri)(?:\\.xml#|[:/]+))?"
            + "(?:[\\d.]*[:/]+)?(\\d{4,7})");
    private static final Pattern CRS_84 = Pattern.compile("(?i).*\\b(?:OGC|CRS)[:/].*CRS:?84|OGC:CRS84|CRS:84|WGS ?84");

    public static CrsText of(String text) {
        String plain = (text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text).strip();
        Matcher code = CODE.matcher(plain);
        if (code.matches()) {
            String authority = code.group(1) == null ? "EPSG" : code.group(1).toUpperCase(Locale.ROOT);
            return alone(plain, authority, code.group(2));
        }
        if (plain.length() < 80 && CRS_84.matcher(plain).matches()) {
            return alone(plain, "EPSG", "4326");
        }
        if (plain.startsWith("+") || plain.startsWith("proj=")) {
            return ofProj(plain);
        }
        Optional<WktNode> root = WktParser.parse(plain);
        Optional<CrsDefinition> definition = root.flatMap(WktReader::read);
        String name = definition
                .map(CrsDefinition::name)
                .or(() -> root.map(WktNode::name))
                .orElse(plain);
        OptionalInt given = definition.map(CrsDefinition::code).orElse(OptionalInt.empty());
        return new CrsText(name, given.isPresent() ? "EPSG" : "", given, definition);
    }

    private static CrsText alone(String text, String authority, String digits) {
        return new CrsText(text, authority, OptionalInt.of(Integer.parseInt(digits)), Optional.empty());
    }

    private static CrsText ofProj(String text) {
        String marked = text.startsWith("+") ? text : "+" + text.replaceAll("\\s+(?=\\w)", " +");
        Optional<Matcher> init = ProjString.init(marked).map(CODE::matcher).filter(Matcher::matches);
        if (init.isPresent()) {
            String authority =
                    init.get().group(1) == null ? "EPSG" : init.get().group(1).toUpperCase(Locale.ROOT);
            return alone(text, authority, init.get().group(2));
        }
        return new CrsText("", "", OptionalInt.empty(), ProjString.read(marked));
    }
}
