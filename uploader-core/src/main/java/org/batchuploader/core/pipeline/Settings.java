package org.batchuploader.core.pipeline;

import java.time.Duration;

/**
 * How the workers work.
 *
 * @param workers tasks at once
 * @param lease how long a claim holds without a sign of life
 * @param backoff pauses after remote trouble
 * @param thumbnailPixels the longer side of thumbnails
 * @param previewFeatures features in a preview
 */
public record Settings(int workers, Duration lease, Backoff backoff, int thumbnailPixels, int previewFeatures) {
    public static final Settings DEFAULT = new Settings(4, Duration.ofSeconds(60), Backoff.DEFAULT, 400, 1000);

    public Settings {
        if (workers < 1 || lease.toMillis() < 300) {
            throw new IllegalArgumentException(
                    "at least one worker and a lease of 300 ms, not " + workers + ", " + lease);
        }
    }
}
