package org.batchuploader.core.id;

/** Identifies one blob. Cannot be guessed; see {@link Ids}. */
public record BlobId(String value) {
    public BlobId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
