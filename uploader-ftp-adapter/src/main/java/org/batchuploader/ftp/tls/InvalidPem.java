package org.batchuploader.ftp.tls;

import java.io.IOException;
import java.nio.file.Path;

/** A certificate or key that cannot be used; the message names the file and says what to do. */
public final class InvalidPem extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidPem(Path file, String why) {
        super(file + ": " + why);
    }

    InvalidPem(Path file, String why, Exception cause) {
        super(file + ": " + why, cause);
    }
}
