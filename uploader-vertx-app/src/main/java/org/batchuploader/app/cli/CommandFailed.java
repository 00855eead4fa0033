package org.batchuploader.app.cli;

/** A command cannot do what it was asked; the message says why. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }
}
