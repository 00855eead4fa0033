package org.batchuploader.ftp;

import java.time.Duration;

/**
 * What the door bears.
 *
 * @param sessions control connections at once, and the most threads that serve them
 * @param perUser sessions of one user at once
 * @param perAddress control connections of one IP address at once
 * @param perMinute control connections that one IP address may open in a minute
 * @param loginFailures wrong passwords in one session before it is closed
 * @param loginDelay pause after a wrong password
 * @param bannedAfter failed logins from one IP address within {@code ban} before it is turned away
 * @param ban how long an address is turned away
 * @param bytesPerSecond of one user, in all sessions and both directions together; 0 for no limit
 */
public record FtpLimits(
        int sessions,
        int perUser,
        int perAddress,
        int perMinute,
        int loginFailures,
        Duration loginDelay,
        int bannedAfter,
        Duration ban,
        long bytesPerSecond) {
    public static final FtpLimits DEFAULT =
            new FtpLimits(200, 50, 50, 600, 3, Duration.ofMillis(500), 10, Duration.ofMinutes(10), 0);

    public FtpLimits {
        if (sessions < 1 || perUser < 1 || perAddress < 1 || perMinute < 1 || loginFailures < 1 || bannedAfter < 1) {
            throw new IllegalArgumentException("FTP limits must be at least 1");
        }
        if (loginDelay.isNegative() || ban.isNegative() || bytesPerSecond < 0) {
            throw new IllegalArgumentException("no pause and no rate of FTP may be negative");
        }
    }

    public FtpLimits withSessions(int all, int ofUser, int ofAddress) {
        return new FtpLimits(
                all, ofUser, ofAddress, perMinute, loginFailures, loginDelay, bannedAfter, ban, bytesPerSecond);
    }

    public FtpLimits withPerMinute(int connections) {
        return new FtpLimits(
                sessions,
                perUser,
                perAddress,
                connections,
                loginFailures,
                loginDelay,
                bannedAfter,
                ban,
                bytesPerSecond);
    }

    public FtpLimits withLoginDelay(Duration delay) {
        return new FtpLimits(
                sessions, perUser, perAddress, perMinute, loginFailures, delay, bannedAfter, ban, bytesPerSecond);
    }

    public FtpLimits withBan(int failures, Duration time) {
        return new FtpLimits(
                sessions, perUser, perAddress, perMinute, loginFailures, loginDelay, failures, time, bytesPerSecond);
    }

    public FtpLimits withBytesPerSecond(long bytes) {
        return new FtpLimits(
                sessions, perUser, perAddress, perMinute, loginFailures, loginDelay, bannedAfter, ban, bytes);
    }
}
