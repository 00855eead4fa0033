package org.batchuploader.ftp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;

/** What we know of a control connection beside what FtpServer knows. Touched by its I/O thread and by its commands. */
final class Control {
    private static final Object KEY = Control.class;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(100);

    /** Bytes received that no command has taken yet. */
    final AtomicInteger pending = new AtomicInteger();

    private final AtomicReference<@Nullable Inbound> inbound = new AtomicReference<>();
    private volatile long repliedAt;
    private volatile long roundTrip = LONGEST.toNanos();
    private volatile @Nullable SSLContext tls;
    private volatile @Nullable SSLSession tlsSession;
    private boolean turnsSecret;
    private boolean extendedOnly;
    private volatile long busyAt = System.nanoTime();

    static Control of(IoSession session) {
        Control known = (Control) session.getAttribute(KEY);
        if (known != null) {
            return known;
        }
        Control fresh = new Control();
        Control raced = (Control) session.setAttributeIfAbsent(KEY, fresh);
        return raced == null ? fresh : raced;
    }

    void replied() {
        busyAt = System.nanoTime();
        repliedAt = System.nanoTime();
    }

    /** The time from a reply to the next command is never less than the network's round trip. */
    void heard() {
        long since = repliedAt;
        if (since != 0) {
            roundTrip = Math.min(roundTrip, System.nanoTime() - since);
            repliedAt = 0;
        }
    }

    /** How long ago the last reply went out. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - busyAt);
    }

    /** How much later than the end of a data connection that of its control connection may be seen. */
    Duration grace() {
        Duration seen = Duration.ofNanos(roundTrip);
        return seen.compareTo(SHORTEST) < 0 ? SHORTEST : seen;
    }

    /** The connection is encrypted from here on. */
    void tls(SSLContext context) {
        tls = context;
    }

    /** Its own, and nobody else's; absent while it goes in clear. */
    @Nullable SSLContext tls() {
        return tls;
    }

    /** Both sides know each other now. */
    void secured(SSLSession session) {
        tlsSession = session;
    }

    @Nullable SSLSession tlsSession() {
        return tlsSession;
    }

    /** A command thread begins with bytes that came together. */
    void taken(int bytes) {
        pending.addAndGet(-bytes);
        turnsSecret = false;
    }

    /**
     * After {@code AUTH}: whatever came with it or behind it came in clear, and may be anybody's.
     *
     * @return whether nothing has so far
     */
    boolean turnSecret() {
        turnsSecret = true;
        return pending.get() == 0;
    }

    /** Whether the bytes that are being worked on held an {@code AUTH}. */
    boolean turnsSecret() {
        return turnsSecret;
    }

    /** After {@code EPSV ALL}, no other way to arrange data connections is taken (RFC 2428). */
    void extendedOnly() {
        extendedOnly = true;
    }

    boolean isExtendedOnly() {
        return extendedOnly;
    }

    void begin(Inbound transfer) {
        inbound.set(transfer);
    }

    void end() {
        inbound.set(null);
    }

    boolean isReceiving() {
        return inbound.get() != null;
    }

    /** Cuts the running transfer, if there is one. */
    void cut() {
        Inbound running = inbound.get();
        if (running != null) {
            running.cut();
        }
    }
}
