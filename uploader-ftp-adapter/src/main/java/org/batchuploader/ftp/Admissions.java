package org.batchuploader.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.ftpserver.impl.FtpIoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may connect: counts control connections, all and of each address, over every port of the door, and failed logins. */
final class Admissions {
    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);
    private static final String ADDRESS = "org.batchuploader.ftp.address";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Live live;
    private final Counts connections;
    private final Counts failures;
    private final Map<InetAddress, Integer> peers = new HashMap<>();
    private int sessions;

    Admissions(Live live, LongSupplier nanos) {
        this.live = live;
        this.connections = new Counts(nanos);
        this.failures = new Counts(nanos);
    }

    /** Counts one more connection, if there is room for it; else says why not. */
    synchronized Optional<String> admit(FtpIoSession session) {
        InetAddress address = ((InetSocketAddress) session.getRemoteAddress()).getAddress();
        FtpLimits limits = live.limits();
        if (failures.of(address, limits.ban()) >= limits.bannedAfter()) {
            return Optional.of("Too many logins failed from your address; try again in "
                    + Math.max(1, limits.ban().toMinutes()) + " minutes.");
        }
        if (connections.add(address, MINUTE) > limits.perMinute()) {
            return Optional.of("You connect more often than " + limits.perMinute() + " times a minute; wait a little.");
        }
        if (sessions >= limits.sessions() || peers.getOrDefault(address, 0) >= limits.perAddress()) {
            return Optional.of("There are too many connections; try again in a few minutes.");
        }
        sessions++;
        peers.merge(address, 1, Integer::sum);
        session.setAttribute(ADDRESS, address);
        return Optional.empty();
    }

    synchronized void release(FtpIoSession session) {
        if (session.removeAttribute(ADDRESS) instanceof InetAddress address) {
            sessions--;
            peers.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Says it in one form for whoever reads the log to ban; what a stranger typed is not in it. */
    void failed(InetAddress address) {
        int times = failures.add(address, live.limits().ban());
        LOG.atWarn()
                .addKeyValue("address", address.getHostAddress())
                .addKeyValue("times", times)
                .log("FTP login failed");
        if (times == live.limits().bannedAfter()) {
            LOG.atWarn()
                    .addKeyValue("address", address.getHostAddress())
                    .addKeyValue("time", live.limits().ban())
                    .log("FTP turns an address away");
        }
    }

    void succeeded(InetAddress address) {
        failures.forget(address);
    }
}
