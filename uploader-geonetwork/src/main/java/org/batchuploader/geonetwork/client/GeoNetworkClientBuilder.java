package org.batchuploader.geonetwork.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What a {@link GeoNetworkClient} needs to know. */
public final class GeoNetworkClientBuilder {
    private final URI address;
    private String credentials = "";
    private Duration connectLimit = Duration.ofSeconds(5);
    private Duration readLimit = Duration.ofSeconds(60);
    private boolean rejectIfInvalid;

    GeoNetworkClientBuilder(URI address) {
        if (!address.isAbsolute() || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a GeoNetwork: " + address);
        }
        this.address = address;
    }

    /** HTTP Basic; the user has to be an Editor at least. */
    public GeoNetworkClientBuilder credentials(String user, String password) {
        this.credentials = user + ":" + password;
        return this;
    }

    /** How long a connection may take to be made; 5 s unless told. */
    public GeoNetworkClientBuilder connectLimit(Duration limit) {
        this.connectLimit = limit;
        return this;
    }

    /** How long an answer may take, from the last byte sent to the last byte read; 60 s unless told. */
    public GeoNetworkClientBuilder readLimit(Duration limit) {
        this.readLimit = limit;
        return this;
    }

    /** Whether GeoNetwork shall validate what it is given and refuse what is not valid; not unless told. */
    public GeoNetworkClientBuilder rejectIfInvalid(boolean strict) {
        this.rejectIfInvalid = strict;
        return this;
    }

    public GeoNetworkClient build() {
        return new GeoNetworkClient(this);
    }

    String base() {
        return address.toString().replaceAll("/+$", "");
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

    boolean rejectIfInvalid() {
        return rejectIfInvalid;
    }
}
