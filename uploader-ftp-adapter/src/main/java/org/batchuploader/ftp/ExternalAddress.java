package org.batchuploader.ftp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address that clients outside are told. A host name is looked up again every half a minute, since dynamic DNS moves it;
 * while it cannot be looked up, the address before is told.
 */
final class ExternalAddress {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalAddress.class);
    private static final long FRESH_NANOS = 30_000_000_000L;

    /** Looks a name up. */
    interface Lookup {
        InetAddress[] all(String name) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final LongSupplier nanos;
    private @Nullable String name;
    private @Nullable InetAddress known;
    private long lookedAt;

    ExternalAddress() {
        this(InetAddress::getAllByName, System::nanoTime);
    }

    ExternalAddress(Lookup lookup, LongSupplier nanos) {
        this.lookup = lookup;
        this.nanos = nanos;
    }

    /**
     * The IPv4 address of a name, which is all that {@code PASV} can tell; absent when there is none.
     *
     * @param wanted a host name or an address
     */
    synchronized Optional<InetAddress> of(String wanted) {
        boolean same = wanted.equals(name);
        if (same && known != null && nanos.getAsLong() - lookedAt < FRESH_NANOS) {
            return Optional.of(known);
        }
        InetAddress before = same ? known : null;
        known = lookedUp(wanted).orElse(before);
        name = wanted;
        lookedAt = nanos.getAsLong();
        if (before != null && !before.equals(known)) {
            LOG.atInfo()
                    .addKeyValue("name", wanted)
                    .addKeyValue("address", known)
                    .log("the external address has moved");
        }
        return Optional.ofNullable(known);
    }

    private Optional<InetAddress> lookedUp(String wanted) {
        try {
            return Arrays.stream(lookup.all(wanted))
                    .filter(Inet4Address.class::isInstance)
                    .findFirst();
        } catch (UnknownHostException e) {
            LOG.atWarn().addKeyValue("name", wanted).log("the external address cannot be looked up");
            return Optional.empty();
        }
    }
}
