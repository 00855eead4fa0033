package org.batchuploader.app.client;

import java.io.IOException;

/** The service said no; the message is its sentence. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Whether asking again may help. */
    public boolean isPassing() {
        return status >= 500 || status == 429;
    }
}
