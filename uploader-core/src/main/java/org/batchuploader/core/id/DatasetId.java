package org.batchuploader.core.id;

/** Identifies one dataset. Cannot be guessed; see {@link Ids}. */
public record DatasetId(String value) {
    public DatasetId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
