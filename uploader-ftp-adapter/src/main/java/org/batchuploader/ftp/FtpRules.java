package org.batchuploader.ftp;

import org.jspecify.annotations.Nullable;

/**
 * What the original system's {@code ftp.xml} has no keys for.
 *
 * @param active whether the server also connects to clients ({@code PORT}, {@code EPRT})
 * @param insideNetworks from where clients reach this machine directly, so that they are not told the external address
 * @param tls absent where the door has no certificate
 */
public record FtpRules(boolean active, Networks insideNetworks, @Nullable FtpTls tls) {
    public static final FtpRules DEFAULT = new FtpRules(true, Networks.NONE, null);

    public FtpRules withActive(boolean allowed) {
        return new FtpRules(allowed, insideNetworks, tls);
    }

    public FtpRules withInsideNetworks(Networks networks) {
        return new FtpRules(active, networks, tls);
    }

    public FtpRules withTls(@Nullable FtpTls newTls) {
        return new FtpRules(active, insideNetworks, newTls);
    }
}
