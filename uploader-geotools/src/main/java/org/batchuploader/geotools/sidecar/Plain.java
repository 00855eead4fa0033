package org.batchuploader.geotools.sidecar;

import java.util.Locale;

/** Text of a sidecar as plain text. ArcGIS keeps its texts as HTML, escaped. */
final class Plain {
    private Plain() {}

    /** @param longest characters that are kept */
    static String of(String raw, int longest) {
        String text = raw.length() > 16 * longest ? raw.substring(0, 16 * longest) : raw;
        if (text.indexOf('<') >= 0 && text.matches("(?si).*<(p|div|span|br|b|i|font|ul|li|a)\\b.*")) {
            text = withoutTags(text);
        }
        String plain = text.replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest) + "…";
    }

    private static String withoutTags(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                break;
            }
            text.append(html, at, open);
            String tag = html.substring(open + 1, Math.min(close, open + 4)).toLowerCase(Locale.ROOT);
            text.append(
                    tag.startsWith("/p") || tag.startsWith("br") || tag.startsWith("/di") || tag.startsWith("/li")
                            ? "\n"
                            : "");
            at = close + 1;
        }
        return text.append(html, at, html.length())
                .toString()
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
