package org.batchuploader.app.config;

import java.util.regex.Pattern;

/** A password or a token, which no text shows by accident. */
public record Secret(String value) {
    static final String MASK = "***";

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([a-z]*(?:password|passwd|pwd|secret|token))=[^&;\\s]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    /** The text without what is a secret inside an address: {@code password=...} and {@code //user:password@}. */
    static String masked(String text) {
        return USER_INFO
                .matcher(PARAMETER.matcher(text).replaceAll("$1=" + MASK))
                .replaceAll("//" + MASK + "@");
    }

    @Override
    public String toString() {
        return MASK;
    }
}
