package org.batchuploader.core.id;

/** Identifies one layer. Cannot be guessed; see {@link Ids}. */
public record LayerId(String value) {
    public LayerId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
