package org.batchuploader.core.reconcile;

import org.batchuploader.core.publish.Difference;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as our rows say.
 *
 * @param system where it was seen
 * @param layer its name
 * @param owner of the layer; absent when nobody knows
 * @param sentence what is the matter
 * @param remedy what is done about it, or what a person can do
 */
public record Drift(
        Kind kind,
        String system,
        String layer,
        @Nullable String owner,
        String sentence,
        String remedy,
        Verdict verdict) {
    /** Of what kind. */
    public enum Kind {
        MISSING,
        DISABLED,
        CHANGED,
        FOREIGN,
        /** It bears our mark, and we have no layer of it. */
        ORPHAN,
        /** It is to be removed, and that was given up. */
        STUCK,
        /** It is on its way, and nothing works on it. */
        IDLE,
        /** It could not be looked at. */
        UNSEEN
    }

    /** What becomes of it. */
    public enum Verdict {
        /** Ours to mend, when we are told to. */
        MENDABLE,
        /** The work is queued. */
        QUEUED,
        /** For a person. */
        LEFT
    }

    static Kind kind(Difference.Kind kind) {
        return switch (kind) {
            case MISSING -> Kind.MISSING;
            case DISABLED -> Kind.DISABLED;
            case CHANGED -> Kind.CHANGED;
            case FOREIGN -> Kind.FOREIGN;
        };
    }
}
