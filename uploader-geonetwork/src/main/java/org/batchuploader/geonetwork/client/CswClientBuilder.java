package org.batchuploader.geonetwork.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a {@link CswClient} needs to know. */
public final class CswClientBuilder {
    private final URI address;
    private URI transactions;
    private @Nullable String authorization;
    private Duration connectLimit = Duration.ofSeconds(5);
    private Duration readLimit = Duration.ofSeconds(60);

    CswClientBuilder(URI address) {
        this.address = required(address);
        this.transactions = address;
    }

    private static URI required(URI address) {
        if (!address.isAbsolute() || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a catalogue: " + address);
        }
        return address;
    }

    /** Where transactions go, when that is another address. */
    public CswClientBuilder transactions(URI other) {
        this.transactions = required(other);
        return this;
    }

    /** HTTP Basic; none unless told. */
    public CswClientBuilder credentials(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
        return this;
    }

    /** How long a connection may take to be made; 5 s unless told. */
    public CswClientBuilder connectLimit(Duration limit) {
        this.connectLimit = limit;
        return this;
    }

    /** How long an answer may take, from the last byte sent to the last byte read; 60 s unless told. */
    public CswClientBuilder readLimit(Duration limit) {
        this.readLimit = limit;
        return this;
    }

    public CswClient build() {
        return new CswClient(this);
    }

    URI address() {
        return address;
    }

    URI transactions() {
        return transactions;
    }

    @Nullable String authorization() {
        return authorization;
    }

    Duration connectLimit() {
        return connectLimit;
    }

    Duration readLimit() {
        return readLimit;
    }
}
