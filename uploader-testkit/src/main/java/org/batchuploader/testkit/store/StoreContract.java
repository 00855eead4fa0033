package org.batchuploader.testkit.store;

import org.junit.jupiter.api.BeforeEach;

/** What the contracts of the stores begin with. */
public abstract class StoreContract {
    private Stores stores = none();
    private Samples samples = new Samples(1);

    /** Stores over one empty database. */
    protected abstract Stores emptyStores();

    @BeforeEach
    final void begin() {
        stores = emptyStores();
        samples = new Samples(1);
    }

    final Stores stores() {
        return stores;
    }

    final Samples samples() {
        return samples;
    }

    @SuppressWarnings("NullAway") // set before each test
    private static Stores none() {
        return null;
    }
}
