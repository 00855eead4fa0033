package org.batchuploader.core.doctor;

/** How a finding is to be taken. */
public enum Verdict {
    GOOD,
    /** Uploads work; something will be missing or slow. */
    WARNING,
    /** Uploads will fail. */
    BAD
}
