package org.batchuploader.testkit.fake;

/** A way to misbehave. */
public enum Fault {
    /** Understood, and no: a 4xx with a sentence; nothing is done. */
    REFUSE,
    /** 503; nothing is done. */
    DOWN,
    /** 500 with a page for people; nothing is done. */
    BROKEN,
    /** No answer until the fault is cleared; nothing is done. */
    HANG,
    /** It is done, and the answer comes a few bytes a second. */
    DRIP,
    /** The connection is reset; nothing is done. */
    RESET,
    /** It is done, and then the connection is reset. */
    LOSE_ANSWER,
    /** Said to be done, and nothing is. */
    LIE
}
