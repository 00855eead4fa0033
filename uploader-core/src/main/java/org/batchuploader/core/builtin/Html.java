package org.batchuploader.core.builtin;

import java.util.List;
import java.util.Map;

/**
 * Markup that is safe to put in a page: text only gets in escaped.
 *
 * @param markup HTML 5
 */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /** Text of anybody, escaped for content and for quoted attributes. */
    static Html text(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
            }
        });
        return new Html(escaped.toString());
    }

    static Html element(String tag, Html... content) {
        return element(tag, Map.of(), List.of(content));
    }

    static Html element(String tag, List<Html> content) {
        return element(tag, Map.of(), content);
    }

    /** @param tag and the attributes' names are ours; the values are text of anybody */
    static Html element(String tag, Map<String, String> attributes, List<Html> content) {
        var element = new StringBuilder("<").append(tag);
        attributes.forEach((name, value) -> element.append(' ')
                .append(name)
                .append("=\"")
                .append(text(value).markup)
                .append('"'));
        element.append('>');
        content.forEach(part -> element.append(part.markup));
        return new Html(element.append("</").append(tag).append('>').toString());
    }

    static Html join(List<Html> parts) {
        return new Html(String.join("", parts.stream().map(Html::markup).toList()));
    }
}
