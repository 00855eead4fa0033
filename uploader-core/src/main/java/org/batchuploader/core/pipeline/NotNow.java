package org.batchuploader.core.pipeline;

import java.time.Duration;

/** A system's gate lets nobody in now. Nothing was done and nothing failed: the task waits, and its attempt does not count. */
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final Duration pause;

    NotNow(String reason, Duration pause) {
        super(reason, null, false, false);
        this.reason = reason;
        this.pause = pause;
    }

    String reason() {
        return reason;
    }

    Duration pause() {
        return pause;
    }
}
