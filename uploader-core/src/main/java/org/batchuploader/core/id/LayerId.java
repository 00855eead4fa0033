package org.batchuploader.core.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one layer. Cannot be guessed; see {@link Ids}. */
public record LayerId(String value) {
    public LayerId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The same identity in the form of a UUID (RFC 9562, version 3), for systems that ask for one. */
    public String universal() {
        return UUID.nameUUIDFromBytes(("layer " + value).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
