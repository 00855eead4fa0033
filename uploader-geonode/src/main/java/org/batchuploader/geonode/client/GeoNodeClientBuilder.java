package org.batchuploader.geonode.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a {@link GeoNodeClient} needs to know. */
public final class GeoNodeClientBuilder {
    private final URI address;
    private @Nullable String authorization;
    private Duration connectLimit = Duration.ofSeconds(5);
    private Duration answerLimit = Duration.ofSeconds(60);
    private int repeats = 1;
    private Duration pause = Duration.ofMillis(300);

    GeoNodeClientBuilder(URI address) {
        if (!address.isAbsolute() || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a GeoNode: " + address);
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("credentials do not belong into the address of a GeoNode");
        }
        this.address = address;
    }

    /** HTTP Basic. */
    public GeoNodeClientBuilder credentials(String user, String password) {
        this.authorization = basic(user, password);
        return this;
    }

    /** An OAuth2 access token, sent as a bearer (RFC 6750). */
    public GeoNodeClientBuilder token(String token) {
        this.authorization = "Bearer " + token;
        return this;
    }

    /** How long a connection may take to be made; 5 s unless told. */
    public GeoNodeClientBuilder connectLimit(Duration limit) {
        this.connectLimit = limit;
        return this;
    }

    /** How long an answer may take, from the last byte sent to the last byte read; 60 s unless told. */
    public GeoNodeClientBuilder answerLimit(Duration limit) {
        this.answerLimit = limit;
        return this;
    }

    /**
     * How often a call that only reads is made again when there was no good answer, and how long it waits before; once after 300 ms
     * unless told. No other call is ever repeated.
     */
    public GeoNodeClientBuilder repeats(int times, Duration pauseBefore) {
        if (times < 0) {
            throw new IllegalArgumentException("repeats must not be negative: " + times);
        }
        this.repeats = times;
        this.pause = pauseBefore;
        return this;
    }

    public GeoNodeClient build() {
        return new GeoNodeClient(this);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String base() {
        return address.toString().replaceAll("/+$", "");
    }

    @Nullable String authorization() {
        return authorization;
    }

    Duration connectLimit() {
        return connectLimit;
    }

    Duration answerLimit() {
        return answerLimit;
    }

    int repeats() {
        return repeats;
    }

    Duration pause() {
        return pause;
    }
}
