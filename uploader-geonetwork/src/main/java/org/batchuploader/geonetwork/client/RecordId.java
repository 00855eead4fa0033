package org.batchuploader.geonetwork.client;

import java.util.regex.Pattern;

/** What may be the identifier of a record in an address or a filter: letters, digits and {@code . _ : -}. */
final class RecordId {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

    private RecordId() {}

    /** @throws IllegalArgumentException for anything else */
    static String require(String identifier) {
        if (!PLAIN.matcher(identifier).matches()) {
            throw new IllegalArgumentException("not the identifier of a record: \"" + identifier + "\"");
        }
        return identifier;
    }
}
