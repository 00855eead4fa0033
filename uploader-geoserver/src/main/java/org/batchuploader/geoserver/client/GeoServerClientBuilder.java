package org.batchuploader.geoserver.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.batchuploader.remote.Repeats;

/** What a {@link GeoServerClient} needs to know. */
public final class GeoServerClientBuilder {
    private final URI address;
    private String credentials = "";
    private Duration connectLimit = Duration.ofSeconds(5);
    private Duration answerLimit = Duration.ofSeconds(60);
    private Repeats repeats = Repeats.USUAL;

    GeoServerClientBuilder(URI address) {
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("credentials do not belong into the address of a GeoServer");
        }
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("not the address of a GeoServer: " + address);
        }
        this.address = address;
    }

    /** HTTP Basic; the user name has no colon in it (RFC 7617). */
    public GeoServerClientBuilder credentials(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name with a colon cannot be sent");
        }
        this.credentials = user + ":" + password;
        return this;
    }

    /**
     * @param connect how long a connection may take to be made; 5 s unless told
     * @param answer how long an answer may take, from the last byte sent to the last byte read; 60 s unless told
     */
    public GeoServerClientBuilder timeLimits(Duration connect, Duration answer) {
        this.connectLimit = connect;
        this.answerLimit = answer;
        return this;
    }

    /** How often a call that only reads is made again; {@link Repeats#USUAL} unless told. */
    public GeoServerClientBuilder repeats(Repeats policy) {
        this.repeats = policy;
        return this;
    }

    public GeoServerClient build() {
        return new GeoServerClient(this);
    }

    String base() {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Duration connectLimit() {
        return connectLimit;
    }

    Duration answerLimit() {
        return answerLimit;
    }

    Repeats repeats() {
        return repeats;
    }
}
