package org.batchuploader.core.intake;

import java.time.Duration;

/**
 * How long bundles are waited for.
 *
 * @param quiet a complete bundle is opened when nothing arrived for so long
 * @param patience an incomplete bundle is told to its owner when nothing arrived for so long
 */
public record Assembling(Duration quiet, Duration patience) {
    public static final Assembling DEFAULT = new Assembling(Duration.ofSeconds(2), Duration.ofMinutes(10));

    public Assembling {
        if (quiet.isNegative() || patience.compareTo(quiet) < 0) {
            throw new IllegalArgumentException(
                    "quiet " + quiet + " must not be negative nor above patience " + patience);
        }
    }
}
