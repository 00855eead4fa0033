package org.batchuploader.testkit.fake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as {@link FakeGeoNetwork} keeps it.
 *
 * @param everybody whether all may see it
 * @param sharing the last body that gave privileges
 * @param attached bytes that were sent with a file, 0 when there is none
 */
public record FakeRecord(String xml, boolean everybody, String sharing, int attached) {
    private static final Pattern IDENTIFIER =
            Pattern.compile("fileIdentifier>\\s*<(\\w+:)?CharacterString>([^<]+)</(\\w+:)?CharacterString>");
    private static final Pattern TITLE = Pattern.compile("<(\\w+:)?title>\\s*<(\\w+:)?CharacterString>([^<]*)<");

    static FakeRecord of(String xml, boolean everybody) {
        return new FakeRecord(xml, everybody, "", 0);
    }

    /** Overwritten: privileges stay. */
    FakeRecord with(String newXml, boolean all) {
        return new FakeRecord(newXml, everybody || all, sharing, attached);
    }

    FakeRecord shared(String body) {
        return new FakeRecord(xml, everybody, body, attached);
    }

    FakeRecord attached(int bytes) {
        return new FakeRecord(xml, everybody, sharing, bytes);
    }

    /** Empty when the record has none, or is none. */
    static String identifier(String xml) {
        Matcher found = IDENTIFIER.matcher(xml);
        return found.find() ? found.group(2).strip() : "";
    }

    public String title() {
        Matcher found = TITLE.matcher(xml);
        return found.find() ? found.group(3).strip() : "";
    }

    @Override
    public String toString() {
        return "\"" + title() + "\"" + (everybody ? " for everybody" : "") + (sharing.isEmpty() ? "" : " shared")
                + (attached > 0 ? " with a picture" : "");
    }
}
