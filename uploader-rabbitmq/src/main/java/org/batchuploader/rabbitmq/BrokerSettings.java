package org.batchuploader.rabbitmq;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker is.
 *
 * @param address {@code amqp://host:5672/vhost}, or {@code amqps://} for TLS, without a user in it
 * @param authorities PEM file of the certificates that the broker's is checked with; absent for those of Java
 * @param prefetch messages at most that this process holds unacknowledged; as many as it has workers
 * @param patience how long the broker may take to confirm
 */
public record BrokerSettings(
        URI address, String user, String password, @Nullable Path authorities, int prefetch, Duration patience) {
    /** The one queue; its messages are of the quorum of the broker's nodes. */
    static final String QUEUE = "batch-uploader.tasks";

    private static final int MOST_PREFETCH = 65_535;

    public BrokerSettings {
        if (!"amqp".equals(address.getScheme()) && !"amqps".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("the broker's address begins with amqp:// or amqps://");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the broker's address must not hold a user or a password");
        }
        if (prefetch < 1 || prefetch > MOST_PREFETCH) {
            throw new IllegalArgumentException("prefetch must be 1 to " + MOST_PREFETCH + ", not " + prefetch);
        }
    }

    /** As many messages as there may be workers in a process by default; ten seconds to confirm. */
    public static BrokerSettings of(URI address, String user, String password) {
        return new BrokerSettings(address, user, password, null, 4, Duration.ofSeconds(10));
    }

    public BrokerSettings withAuthorities(@Nullable Path file) {
        return new BrokerSettings(address, user, password, file, prefetch, patience);
    }

    public BrokerSettings withPrefetch(int messages) {
        return new BrokerSettings(address, user, password, authorities, messages, patience);
    }

    public BrokerSettings withPatience(Duration limit) {
        return new BrokerSettings(address, user, password, authorities, prefetch, limit);
    }

    boolean encrypted() {
        return "amqps".equals(address.getScheme());
    }

    int port() {
        return address.getPort() >= 0 ? address.getPort() : encrypted() ? 5671 : 5672;
    }

    /** What is behind the first slash; the broker's usual one when there is nothing. */
    String virtualHost() {
        String path = address.getPath();
        return path == null || path.length() < 2 ? "/" : path.substring(1);
    }

    @Override
    public String toString() {
        return "BrokerSettings[address=" + address + ", user=" + user + ", prefetch=" + prefetch + "]";
    }
}
