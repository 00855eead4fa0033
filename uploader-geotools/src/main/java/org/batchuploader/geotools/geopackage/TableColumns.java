package org.batchuploader.geotools.geopackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of a table, from the statement that made it, which is the only place where they are written. */
final class TableColumns {
    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    /**
     * @param type as declared, in upper case
     * @param isRowNumber whether it is another name for the row's number, and its value is not in the row
     */
    record Column(String name, String type, boolean isRowNumber) {}

    private final String sql;
    private int at;

    private TableColumns(String sql) {
        this.sql = sql;
    }

    static List<Column> of(String sql) {
        return new TableColumns(sql).columns();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        at = 0;
        for (String token = token(); !token.equals("("); token = token()) {
            if (token.isEmpty()) {
                return columns;
            }
        }
        while (true) {
            List<String> definition = definition();
            if (definition.isEmpty()) {
                return columns;
            }
            String first = definition.get(0);
            if (CONSTRAINTS.contains(first.toUpperCase(Locale.ROOT))) {
                rowNumber(columns, definition);
                continue;
            }
            String type = definition.size() > 1 ? definition.get(1).toUpperCase(Locale.ROOT) : "";
            String rest =
                    String.join(" ", definition.subList(1, definition.size())).toUpperCase(Locale.ROOT);
            columns.add(new Column(unquoted(first), type, type.equals("INTEGER") && rest.contains("PRIMARY KEY")));
        }
    }

    /** A primary key named behind the columns. */
    private static void rowNumber(List<Column> columns, List<String> constraint) {
        int open = constraint.indexOf("(");
        boolean primary = constraint.stream().anyMatch(token -> token.equalsIgnoreCase("PRIMARY"));
        if (!primary
                || open < 0
                || open + 2 >= constraint.size()
                || !constraint.get(open + 2).equals(")")) {
            return;
        }
        String key = unquoted(constraint.get(open + 1));
        columns.replaceAll(
                column -> column.name().equalsIgnoreCase(key) && column.type().equals("INTEGER")
                        ? new Column(column.name(), column.type(), true)
                        : column);
    }

    /** The tokens to the next comma or to the end of the list. */
    private List<String> definition() {
        List<String> tokens = new ArrayList<>();
        int depth = 0;
        for (String token = token(); !token.isEmpty(); token = token()) {
            if (depth == 0 && token.equals(",")) {
                if (!tokens.isEmpty()) {
                    return tokens;
                }
                continue;
            }
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth < 0) {
                at = sql.length();
                return tokens;
            }
            tokens.add(token);
        }
        return tokens;
    }

    private String token() {
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        if (at >= sql.length()) {
            return "";
        }
        int start = at;
        char c = sql.charAt(at++);
        if (sql.startsWith("--", start)) {
            at = end(sql.indexOf('\n', start), 1);
            return token();
        }
        if (sql.startsWith("/*", start)) {
            at = end(sql.indexOf("*/", start), 2);
            return token();
        }
        char closing = c == '[' ? ']' : c;
        if (c == '"' || c == '`' || c == '\'' || c == '[') {
            while (at < sql.length() && (sql.charAt(at) != closing || isDoubled(closing))) {
                at++;
            }
            at = Math.min(sql.length(), at + 1);
        } else if (c != '(' && c != ')' && c != ',') {
            while (at < sql.length() && !Character.isWhitespace(sql.charAt(at)) && "(),".indexOf(sql.charAt(at)) < 0) {
                at++;
            }
        }
        return sql.substring(start, at);
    }

    private boolean isDoubled(char closing) {
        if (closing != ']' && at + 1 < sql.length() && sql.charAt(at + 1) == closing) {
            at++;
            return true;
        }
        return false;
    }

    private int end(int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private static String unquoted(String token) {
        char quote = token.charAt(0);
        if (token.length() < 2 || "\"`'[".indexOf(quote) < 0) {
            return token;
        }
        String inner = token.substring(1, token.length() - 1);
        return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
    }
}
