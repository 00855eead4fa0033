package org.batchuploader.core.upload;

/** States of a dataset. */
public enum DatasetState {
    /** Kept, its bundle not yet complete or not yet opened. */
    RECEIVED,
    QUEUED,
    INSPECTING,
    PUBLISHING,
    PUBLISHED,
    NEEDS_CORRECTION,
    FAILED,
    CANCELLED;

    /** Whether nothing more happens unless the owner acts. */
    public boolean isEnding() {
        return switch (this) {
            case PUBLISHED, NEEDS_CORRECTION, FAILED, CANCELLED -> true;
            case RECEIVED, QUEUED, INSPECTING, PUBLISHING -> false;
        };
    }
}
