package org.batchuploader.geonetwork.client;

import java.net.URI;
import org.batchuploader.remote.ClientBuilder;

/** What a {@link GeoNetworkClient} needs to know. To change anything, the user has to be an Editor at least. */
public final class GeoNetworkClientBuilder extends ClientBuilder<GeoNetworkClientBuilder> {
    private boolean rejectIfInvalid;

    GeoNetworkClientBuilder(URI address) {
        super(GeoNetworkClient.SYSTEM, address);
    }

    /** Whether GeoNetwork shall validate what it is given and refuse what is not valid; not unless told. */
    public GeoNetworkClientBuilder rejectIfInvalid(boolean strict) {
        this.rejectIfInvalid = strict;
        return this;
    }

    public GeoNetworkClient build() {
        return new GeoNetworkClient(new Calls(this), rejectIfInvalid);
    }

    @Override
    protected GeoNetworkClientBuilder self() {
        return this;
    }
}
