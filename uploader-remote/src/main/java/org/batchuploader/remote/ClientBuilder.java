package org.batchuploader.remote;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What every client of a remote system needs to know: its address, credentials, limits of time, and how often a call that only
 * reads is made again.
 *
 * @param <B> the client's own builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private final String system;
    private final URI address;
    private @Nullable String authorization;
    private Duration connectLimit = Duration.ofSeconds(5);
    private Duration answerLimit = Duration.ofSeconds(60);
    private Repeats repeats = Repeats.USUAL;
    private CallWatch watch = CallWatch.NONE;

    /**
     * @param system as an administrator knows it
     * @throws IllegalArgumentException when it is no address by HTTP or HTTPS, or has credentials in it
     */
    protected ClientBuilder(String system, URI address) {
        this.system = system;
        this.address = required(address);
    }

    /** Takes an address of the system's, as the constructor does. */
    protected final URI required(URI other) {
        if (other.getRawUserInfo() != null) {
            throw new IllegalArgumentException("credentials do not belong into the address of " + system);
        }
        if (other.getHost() == null || !String.valueOf(other.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("not the address of " + system + ": " + other);
        }
        return other;
    }

    /**
     * HTTP Basic; nothing is sent unless told.
     *
     * @throws IllegalArgumentException when there is a colon in the user name, which cannot be sent (RFC 7617)
     */
    public final B credentials(String user, String password) {
        return authorization(basic(user, password));
    }

    /** How long a connection may take to be made; 5 s unless told. */
    public final B connectLimit(Duration limit) {
        this.connectLimit = limit;
        return self();
    }

    /** How long an answer may take, from the last byte sent to the last byte read; 60 s unless told. */
    public final B answerLimit(Duration limit) {
        this.answerLimit = limit;
        return self();
    }

    /** How often a call that only reads is made again; {@link Repeats#USUAL} unless told. No other call ever is. */
    public final B repeats(Repeats policy) {
        this.repeats = policy;
        return self();
    }

    /** Who is told of each call; nobody unless told. */
    public final B watch(CallWatch told) {
        this.watch = told;
        return self();
    }

    protected final B authorization(String header) {
        this.authorization = header;
        return self();
    }

    /** This. */
    protected abstract B self();

    protected static String basic(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name with a colon cannot be sent");
        }
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    protected final URI address() {
        return address;
    }

    /** The address without a slash at its end. */
    final String base() {
        return address.toString().replaceAll("/+$", "");
    }

    final String system() {
        return system;
    }

    /** The value of the header {@code Authorization}; absent for nobody. */
    final @Nullable String authorization() {
        return authorization;
    }

    final Repeats repeats() {
        return repeats;
    }

    final HttpTransport transport() {
        return new HttpTransport(system, connectLimit, answerLimit, watch);
    }
}
