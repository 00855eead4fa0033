package org.batchuploader.remote.style;

import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import org.batchuploader.remote.style.StyleCleaner.UnfitStyle;

/**
 * What a map server would follow or run. GeoServer loads pictures, marks and fonts by address, evaluates property names as
 * XPath (CVE-2024-36401) and runs processes as rendering transformations (CVE-2022-24816); texts may hold expressions in
 * <code>${}</code>.
 */
final class StyleRules {
    private static final Set<String> LEFT_OUT = Set.of(
            "ExternalGraphic",
            "ExternalMark",
            "InlineContent",
            "InlineFeature",
            "LegendGraphic",
            "MarkIndex",
            "OnlineResource",
            "RemoteOWS");

    /** That only compute with what they are given. */
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "Categorize",
            "ceil",
            "Concatenate",
            "floor",
            "if_then_else",
            "Interpolate",
            "isNull",
            "max",
            "min",
            "numberFormat",
            "Recode",
            "round",
            "strConcat",
            "strLength",
            "strSubstring",
            "strToLowerCase",
            "strToUpperCase",
            "strTrim");

    private static final Set<String> WORDS = Set.of("Title", "Abstract", "Description", "Name");
    private static final Pattern PROPERTY = Pattern.compile("[\\p{L}\\p{N}_.: -]{1,200}");
    private static final Pattern MARK = Pattern.compile("[A-Za-z_]{1,40}|(shape|extshape)://[A-Za-z_]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile("[:\\\\]|\\$\\{|//");

    private StyleRules() {}

    /** With all that is in it. */
    static boolean isLeftOut(String element) {
        return LEFT_OUT.contains(element);
    }

    static void check(StartElement element) throws UnfitStyle {
        String name = element.getName().getLocalPart();
        if (name.equals("Transformation")) {
            throw new UnfitStyle("it has the map server run a process (Transformation)");
        }
        if (name.equals("Function")) {
            Attribute function = element.getAttributeByName(new QName("name"));
            if (function == null || !FUNCTIONS.contains(function.getValue())) {
                throw new UnfitStyle("it uses a function that is not known to be harmless");
            }
        }
    }

    /** The text as it may be given on. */
    static String text(String element, String text, Set<String> leftOut) throws UnfitStyle {
        String said = text.strip();
        if (said.isEmpty() || WORDS.contains(element)) {
            return text;
        }
        if (element.equals("WellKnownName") && !MARK.matcher(said).matches()) {
            leftOut.add("the mark of a point");
            return "square";
        }
        if (element.equals("PropertyName") && !PROPERTY.matcher(said).matches()) {
            throw new UnfitStyle("it asks for a property by more than a name");
        }
        boolean free = element.equals("Literal") || element.equals("Label") || element.equals("WellKnownName");
        if (!free && ADDRESS.matcher(said).find() || said.contains("${")) {
            throw new UnfitStyle("it has an address or an expression where there is none to be (" + element + ")");
        }
        return text;
    }
}
