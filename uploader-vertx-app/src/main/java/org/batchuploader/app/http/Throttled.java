package org.batchuploader.app.http;

import java.time.Duration;

/** Too many failed logins. */
final class Throttled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    Throttled(Duration retryAfter) {
        super("Too many failed logins; try again in " + (retryAfter.toSeconds() + 1) + " seconds.");
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
