package org.batchuploader.geonetwork.client;

/** The guard against forged requests did not let a call through; nothing was done. Never leaves this package. */
final class StaleXsrf extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleXsrf() {
        super("the XSRF token is not accepted", null, false, false);
    }
}
