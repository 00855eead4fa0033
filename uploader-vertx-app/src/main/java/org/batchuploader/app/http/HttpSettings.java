package org.batchuploader.app.http;

import java.time.Duration;

/**
 * How the HTTP door is opened.
 *
 * @param port 0 for any that is free
 * @param uploadBytes of one file at most
 * @param filesPerUpload in one form at most
 * @param transfers bodies received at once at most
 * @param metricsForAll whether metrics are shown without a login to other machines too
 */
public record HttpSettings(
        String address,
        int port,
        Duration idleTimeout,
        long uploadBytes,
        int filesPerUpload,
        int transfers,
        int connections,
        boolean metricsForAll) {}
