package org.batchuploader.app.config;

/** A configuration that cannot be used. The message names where, the key and the value, and never a secret. */
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidConfiguration(String message) {
        super(message);
    }
}
