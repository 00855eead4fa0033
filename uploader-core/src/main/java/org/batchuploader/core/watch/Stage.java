package org.batchuploader.core.watch;

import java.util.Locale;

/** What a task consists of, as far as it takes time of its own. */
public enum Stage {
    DISCOVER,
    INSPECT,
    PREPARE,
    THUMBNAIL,
    PREVIEW,
    CATALOG,
    PORTAL,
    METADATA,
    REMOVE_CATALOG,
    REMOVE_PORTAL,
    REMOVE_METADATA;

    /** In lower case, for metrics and traces. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
