package org.batchuploader.core.id;

/** Identifies one notice. Cannot be guessed; see {@link Ids}. */
public record NoticeId(String value) {
    public NoticeId {
        Ids.requireValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
