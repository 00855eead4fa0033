package org.batchuploader.geoserver.client;

import java.net.URI;
import org.batchuploader.remote.ClientBuilder;

/** What a {@link GeoServerClient} needs to know. */
public final class GeoServerClientBuilder extends ClientBuilder<GeoServerClientBuilder> {
    GeoServerClientBuilder(URI address) {
        super(GeoServerClient.SYSTEM, address);
    }

    public GeoServerClient build() {
        return new GeoServerClient(new RestCalls(this));
    }

    @Override
    protected GeoServerClientBuilder self() {
        return this;
    }
}
