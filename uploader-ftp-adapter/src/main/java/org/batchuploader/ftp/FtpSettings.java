package org.batchuploader.ftp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the FTP door is opened; the keys and defaults are those of the original system's {@code ftp.xml}.
 *
 * @param port of the control connections; 0 for any free one
 * @param idleTimeout after which a session that does nothing is closed, whole seconds
 * @param serverAddress to listen at; absent for all
 * @param passivePorts for data connections: single ports, closed and open ranges, comma separated ({@code 2300, 2305,
 *     2400-2410, 3000-}); {@code 0} for any free one
 * @param passiveAddress to listen at for data connections; absent for that of the control connection
 * @param passiveExternalAddress to name in the answer to {@code PASV}, for servers behind NAT: an address or a host name
 */
public record FtpSettings(
        boolean enabled,
        int port,
        Duration idleTimeout,
        @Nullable String serverAddress,
        String passivePorts,
        @Nullable String passiveAddress,
        @Nullable String passiveExternalAddress,
        FtpLimits limits,
        FtpRules rules) {
    public static final FtpSettings DEFAULT = new FtpSettings(
            false, 8021, Duration.ofSeconds(10), null, "2300-2400", null, null, FtpLimits.DEFAULT, FtpRules.DEFAULT);

    public FtpSettings {
        if (port < 0 || port > PortRanges.HIGHEST) {
            throw new IllegalArgumentException(port + " is no port, which is a number from 0 to 65535");
        }
        if (idleTimeout.toSeconds() < 1 || idleTimeout.toSeconds() > Integer.MAX_VALUE / 1000) {
            throw new IllegalArgumentException(idleTimeout.toSeconds() + " is no idle time of at least 1 second");
        }
        PortRanges.requireValid(passivePorts);
        serverAddress = Addresses.valid(serverAddress);
        passiveAddress = Addresses.valid(passiveAddress);
        passiveExternalAddress = Addresses.valid(passiveExternalAddress);
    }

    public FtpSettings withEnabled(boolean newEnabled) {
        return new FtpSettings(
                newEnabled,
                port,
                idleTimeout,
                serverAddress,
                passivePorts,
                passiveAddress,
                passiveExternalAddress,
                limits,
                rules);
    }

    public FtpSettings withPort(int newPort) {
        return new FtpSettings(
                enabled,
                newPort,
                idleTimeout,
                serverAddress,
                passivePorts,
                passiveAddress,
                passiveExternalAddress,
                limits,
                rules);
    }

    public FtpSettings withIdleTimeout(Duration timeout) {
        return new FtpSettings(
                enabled,
                port,
                timeout,
                serverAddress,
                passivePorts,
                passiveAddress,
                passiveExternalAddress,
                limits,
                rules);
    }

    public FtpSettings withServerAddress(@Nullable String address) {
        return new FtpSettings(
                enabled,
                port,
                idleTimeout,
                address,
                passivePorts,
                passiveAddress,
                passiveExternalAddress,
                limits,
                rules);
    }

    public FtpSettings withPassivePorts(String ports) {
        return new FtpSettings(
                enabled,
                port,
                idleTimeout,
                serverAddress,
                ports,
                passiveAddress,
                passiveExternalAddress,
                limits,
                rules);
    }

    public FtpSettings withPassiveAddress(@Nullable String address) {
        return new FtpSettings(
                enabled,
                port,
                idleTimeout,
                serverAddress,
                passivePorts,
                address,
                passiveExternalAddress,
                limits,
                rules);
    }

    public FtpSettings withPassiveExternalAddress(@Nullable String address) {
        return new FtpSettings(
                enabled, port, idleTimeout, serverAddress, passivePorts, passiveAddress, address, limits, rules);
    }

    public FtpSettings withLimits(FtpLimits newLimits) {
        return new FtpSettings(
                enabled,
                port,
                idleTimeout,
                serverAddress,
                passivePorts,
                passiveAddress,
                passiveExternalAddress,
                newLimits,
                rules);
    }

    public FtpSettings withRules(FtpRules newRules) {
        return new FtpSettings(
                enabled,
                port,
                idleTimeout,
                serverAddress,
                passivePorts,
                passiveAddress,
                passiveExternalAddress,
                limits,
                newRules);
    }
}
