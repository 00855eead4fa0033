package org.batchuploader.core.watch;

import java.util.Locale;

/** How a task, or a stage of one, ended. */
public enum Ending {
    DONE,
    /** It is tried again after a pause. */
    RETRIED,
    /** It was put back since a system is away or full; its attempt does not count. */
    POSTPONED,
    /** It is not tried again. */
    GIVEN_UP,
    /** Its lease ran out; somebody else does it. */
    LOST,
    /** A system did not answer. */
    UNAVAILABLE,
    /** A system refused it. */
    REFUSED,
    /** It failed for another reason, which is ours. */
    FAILED;

    /** In lower case, for metrics and traces. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
