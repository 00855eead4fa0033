package org.batchuploader.core.name;

/** A name from outside that cannot be taken. The message is a sentence for whoever gave it. */
public final class InvalidName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidName(String message) {
        super(message);
    }
}
