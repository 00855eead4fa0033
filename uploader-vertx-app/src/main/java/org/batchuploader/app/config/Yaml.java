package org.batchuploader.app.config;

import java.util.regex.Pattern;

/** Writing single values as YAML. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._][A-Za-z0-9/._:+-]*[A-Za-z0-9/._]|[A-Za-z0-9]");

    private Yaml() {}

    /** Plain where that is safe, else in double quotes. */
    static String scalar(String value) {
        if (PLAIN.matcher(value).matches() && !value.contains(": ")) {
            return value;
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
