package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may do with a resource, each including those before. */
public enum Level {
    NONE,
    VIEW,
    DOWNLOAD,
    EDIT,
    MANAGE;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
