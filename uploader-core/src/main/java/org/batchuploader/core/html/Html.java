package org.batchuploader.core.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Markup that is safe to put in a page: text only gets in escaped.
 *
 * @param markup HTML 5
 */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    /** Text of anybody, escaped for content and for quoted attributes. */
    public static Html text(String text) {
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

    /** @param tag ours */
    public static Html of(String tag, Html... content) {
        return new Html("<" + tag + ">" + join(Stream.of(content)).markup + "</" + tag + ">");
    }

    public static Html of(String tag, String text) {
        return of(tag, text(text));
    }

    public static Html join(Stream<Html> parts) {
        return new Html(String.join("", parts.map(Html::markup).toList()));
    }

    public static Html join(Html... parts) {
        return join(Stream.of(parts));
    }

    /** The outermost element with one more attribute; the value may be text of anybody. */
    public Html with(String name, String value) {
        int end = markup.indexOf('>');
        return new Html(
                markup.substring(0, end) + " " + name + "=\"" + text(value).markup + "\"" + markup.substring(end));
    }

    public static Html link(String href, String text) {
        boolean safe = href.startsWith("/") || href.startsWith("https://") || href.startsWith("http://");
        return safe ? of("a", text).with("href", href) : text(text);
    }

    /** An element without content or end. */
    public static Html single(String tag, Map<String, String> attributes) {
        Html element = new Html("<" + tag + ">");
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            element = element.with(attribute.getKey(), attribute.getValue());
        }
        return element;
    }

    /** Attributes in the order written: name, value, name, value. */
    public static Map<String, String> attributes(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** A form of one button. */
    public static Html button(String action, String label) {
        return of("form", of("button", label)).with("method", "post").with("action", action);
    }
}
