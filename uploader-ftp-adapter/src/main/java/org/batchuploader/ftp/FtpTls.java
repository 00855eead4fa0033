package org.batchuploader.ftp;

import org.batchuploader.ftp.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * How the door speaks TLS (RFC 4217), in version 1.2.
 *
 * @param implicitPort where connections begin with TLS; absent for none, 0 for any free one
 * @param required whether nobody logs in without it, but from {@code clearNetworks}
 * @param protectData whether data connections of encrypted sessions must be encrypted too
 * @param resumption whether an encrypted data connection must resume the session of its control connection, which proves
 *     that the same client makes it
 */
public record FtpTls(
        TlsFiles files,
        @Nullable Integer implicitPort,
        boolean required,
        Networks clearNetworks,
        boolean protectData,
        boolean resumption) {
    public FtpTls {
        if (implicitPort != null && (implicitPort < 0 || implicitPort > PortRanges.HIGHEST)) {
            throw new IllegalArgumentException(implicitPort + " is no port, which is a number from 0 to 65535");
        }
    }

    public FtpTls(TlsFiles files) {
        this(files, null, false, Networks.NONE, false, false);
    }

    public FtpTls withImplicitPort(int port) {
        return new FtpTls(files, port, required, clearNetworks, protectData, resumption);
    }

    /** @param except from where clear text is fine */
    public FtpTls withRequired(Networks except) {
        return new FtpTls(files, implicitPort, true, except, protectData, resumption);
    }

    public FtpTls withProtectedData() {
        return new FtpTls(files, implicitPort, required, clearNetworks, true, resumption);
    }

    public FtpTls withResumption() {
        return new FtpTls(files, implicitPort, required, clearNetworks, protectData, true);
    }
}
