package org.batchuploader.core.inspect;

/** How much a problem matters. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Published all the same. */
    WARNING,
    /** Waits for a correction of the owner. */
    MENDABLE,
    /** Cannot be published; a better file has to be delivered. */
    FATAL
}
