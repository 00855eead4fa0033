package org.batchuploader.core.id;

/** Identifies one upload. Cannot be guessed; see {@link Ids}. */
public record UploadId(String value) {
    public UploadId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
