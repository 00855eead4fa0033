package org.batchuploader.geoserver.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What a {@link GeoServerClient} needs to know. */
public final class GeoServerClientBuilder {
    private final URI address;
    private String credentials = "";
    private Duration connectLimit = Duration.ofSeconds(5);
    private Duration readLimit = Duration.ofSeconds(60);

    GeoServerClientBuilder(URI address) {
        if (!address.isAbsolute() || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a GeoServer: " + address);
        }
        this.address = address;
    }

    /** HTTP Basic. */
    public GeoServerClientBuilder credentials(String user, String password) {
        this.credentials = user + ":" + password;
        return this;
    }

    /** How long a connection may take to be made; 5 s unless told. */
    public GeoServerClientBuilder connectLimit(Duration limit) {
        this.connectLimit = limit;
        return this;
    }

    /** How long an answer may take, from the last byte sent to the last byte read; 60 s unless told. */
    public GeoServerClientBuilder readLimit(Duration limit) {
        this.readLimit = limit;
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

    Duration readLimit() {
        return readLimit;
    }
}
