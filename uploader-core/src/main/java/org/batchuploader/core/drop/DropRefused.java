package org.batchuploader.core.drop;

/** What a drop folder cannot do, with a sentence for its visitor. */
public final class DropRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DropRefused(String message) {
        super(message);
    }
}
