package org.batchuploader.postgis;

import java.time.Duration;

/**
 * How long the database may keep us waiting.
 *
 * @param connect for a connection
 * @param lock for readers of a table that is about to be replaced or removed, each of a few times; they wait for us as long
 * @param load for one load as a whole
 */
public record PostgisLimits(Duration connect, Duration lock, Duration load) {
    public static final PostgisLimits USUAL =
            new PostgisLimits(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofHours(1));

    public PostgisLimits {
        if (connect.toMillis() < 1 || lock.toMillis() < 1 || load.toMillis() < 1) {
            throw new IllegalArgumentException("limits must be longer than nothing");
        }
    }
}
