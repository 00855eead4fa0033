package org.batchuploader.core.publish;

/**
 * One way in which a system holds something else than it was given.
 *
 * @param sentence for an administrator, naming the system and what is there
 */
public record Difference(Kind kind, String sentence) {
    /** Of what kind. */
    public enum Kind {
        /** Nothing is there. */
        MISSING,
        /** It is there and switched off. */
        DISABLED,
        /** It is ours, and somebody changed it. */
        CHANGED,
        /** What is there is not ours, or not any more. */
        FOREIGN
    }

    public static Difference missing(String sentence) {
        return new Difference(Kind.MISSING, sentence);
    }

    public static Difference changed(String sentence) {
        return new Difference(Kind.CHANGED, sentence);
    }

    public static Difference foreign(String sentence) {
        return new Difference(Kind.FOREIGN, sentence);
    }
}
