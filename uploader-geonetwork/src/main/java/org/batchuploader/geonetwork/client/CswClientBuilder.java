package org.batchuploader.geonetwork.client;

import java.net.URI;
import org.batchuploader.remote.ClientBuilder;
import org.batchuploader.remote.ClientCalls;
import org.batchuploader.remote.Refusals;

/** What a {@link CswClient} needs to know. */
public final class CswClientBuilder extends ClientBuilder<CswClientBuilder> {
    private URI transactions;

    CswClientBuilder(URI address) {
        super(CswClient.SYSTEM, address);
        this.transactions = address;
    }

    /** Where transactions go, when that is another address. */
    public CswClientBuilder transactions(URI other) {
        this.transactions = required(other);
        return this;
    }

    public CswClient build() {
        return new CswClient(
                new ClientCalls(this, "a CSW 2.0.2", Refusals.ofHttp(CswClient.SYSTEM)), address(), transactions);
    }

    @Override
    protected CswClientBuilder self() {
        return this;
    }
}
