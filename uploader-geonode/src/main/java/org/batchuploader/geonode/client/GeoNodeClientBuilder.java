package org.batchuploader.geonode.client;

import java.net.URI;
import org.batchuploader.remote.ClientBuilder;

/** What a {@link GeoNodeClient} needs to know. */
public final class GeoNodeClientBuilder extends ClientBuilder<GeoNodeClientBuilder> {
    GeoNodeClientBuilder(URI address) {
        super(GeoNodeClient.SYSTEM, address);
    }

    /** An OAuth2 access token, sent as a bearer (RFC 6750). */
    public GeoNodeClientBuilder token(String token) {
        return authorization("Bearer " + token);
    }

    public GeoNodeClient build() {
        return new GeoNodeClient(new Calls(this));
    }

    @Override
    protected GeoNodeClientBuilder self() {
        return this;
    }

    static String basicOf(String user, String password) {
        return basic(user, password);
    }
}
