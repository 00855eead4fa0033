package org.batchuploader.core.id;

/** Identifies one task. Cannot be guessed; see {@link Ids}. */
public record TaskId(String value) {
    public TaskId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
