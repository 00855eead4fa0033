package org.batchuploader.core.publish;

/** The steps of publishing, in order. */
public enum Step {
    CATALOG,
    PORTAL,
    METADATA
}
