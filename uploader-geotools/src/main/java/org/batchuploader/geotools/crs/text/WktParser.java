package org.batchuploader.geotools.crs.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads well-known text of either generation into its elements: brackets or parentheses, any spacing and case, typographic
 * quotes. Closing brackets that are missing at the end are forgiven, since texts are cut off often.
 */
final class WktParser {
    private static final int MAX_DEPTH = 24;
    private static final int MAX_NODES = 5000;

    private final String text;
    private int at;
    private int nodes;

    private WktParser(String text) {
        this.text = text;
    }

    /** The outermost element, if it is well-known text at all. */
    static Optional<WktNode> parse(String text) {
        try {
            return Optional.of(new WktParser(text).node(0));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    private WktNode node(int depth) throws Malformed {
        String keyword = word();
        skipSpace();
        if (keyword.isEmpty() || !isOpening(peek())) {
            throw new Malformed();
        }
        at++;
        return inside(keyword, depth);
    }

    private WktNode inside(String keyword, int depth) throws Malformed {
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            throw new Malformed();
        }
        List<String> values = new ArrayList<>();
        List<WktNode> children = new ArrayList<>();
        while (true) {
            skipSpace();
            char next = peek();
            if (next == 0 || next == ']' || next == ')') {
                at++;
                return new WktNode(keyword.toUpperCase(Locale.ROOT), values, children);
            } else if (next == ',' || next == ';') {
                at++;
            } else if (isQuote(next)) {
                values.add(quoted());
            } else {
                String word = word();
                skipSpace();
                if (word.isEmpty()) {
                    throw new Malformed();
                } else if (isOpening(peek())) {
                    at++;
                    children.add(inside(word, depth + 1));
                } else {
                    values.add(word);
                }
            }
        }
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (!isQuote(c)) {
                value.append(c);
            } else if (c == '"' && peek() == '"') {
                value.append(c);
                at++;
            } else {
                break;
            }
        }
        return value.toString();
    }

    private String word() {
        skipSpace();
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '+' || c == '-' || c == ':';
    }

    private static boolean isOpening(char c) {
        return c == '[' || c == '(';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E';
    }
}
