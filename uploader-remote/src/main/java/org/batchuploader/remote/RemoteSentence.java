package org.batchuploader.remote;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digs a remote system's own sentence out of what it answers with: a page of HTML, an OGC exception, JSON, text or nothing. */
public final class RemoteSentence {
    private static final int LONGEST = 300;
    private static final int SEARCHED = 20_000;

    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("<tr><th>MESSAGE:</th><td>([^<]*)</td>"),
            Pattern.compile("<(?:\\w+:)?ExceptionText>([^<]*)<"),
            Pattern.compile("<(?:\\w+:)?ServiceException\\b[^>]*>([^<]*)<"),
            Pattern.compile("<title>([^<]*)</title>"),
            Pattern.compile("\"(?:message|error|title)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\""));

    private RemoteSentence() {}

    /** At most {@value #LONGEST} characters on one line; empty when nothing was said. */
    public static String of(Answer answer) {
        String text = answer.text();
        String searched = text.substring(0, Math.min(text.length(), SEARCHED));
        return PLACES.stream()
                .map(place -> place.matcher(searched))
                .filter(Matcher::find)
                .map(found -> tidy(found.group(1)))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElseGet(() -> tidy(searched.stripLeading().startsWith("<") ? "" : searched));
    }

    private static String tidy(String raw) {
        String line = raw.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
