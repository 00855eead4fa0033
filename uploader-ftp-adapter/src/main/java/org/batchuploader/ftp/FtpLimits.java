package org.batchuploader.ftp;

import java.time.Duration;

/**
 * What the door bears.
 *
 * @param sessions control connections at once, and the most threads that serve them
 * @param perUser sessions of one user at once
 * @param perAddress control connections of one IP address at once
 * @param loginFailures wrong passwords in one session before it is closed
 * @param loginDelay pause after a wrong password
 */
public record FtpLimits(int sessions, int perUser, int perAddress, int loginFailures, Duration loginDelay) {
    public static final FtpLimits DEFAULT = new FtpLimits(200, 50, 50, 3, Duration.ofMillis(500));

    public FtpLimits {
        if (sessions < 1 || perUser < 1 || perAddress < 1 || loginFailures < 1 || loginDelay.isNegative()) {
            throw new IllegalArgumentException("FTP limits must be at least 1, and the login delay not negative");
        }
    }
}
