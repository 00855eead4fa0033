package org.batchuploader.core.inspect;

/** Which correction a problem waits for. */
public enum CorrectionKind {
    CRS,
    CHARSET,
    NAME,
    /** A missing file, delivered to the same place. */
    FILE
}
