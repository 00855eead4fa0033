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

    /** As GeoNode calls it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
