package org.batchuploader.app.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What operators' machines are told.
 *
 * @param readers of the metrics
 * @param traces where traces are sent by OTLP over HTTP; absent for nowhere
 * @param tracedPercent of the uploads
 */
public record WatchChoice(Readers readers, @Nullable URI traces, int tracedPercent) {
    /** Who may read the metrics. */
    public enum Readers {
        /** There are none. */
        NOBODY,
        /** This machine without a login, administrators from anywhere. */
        LOCAL,
        /** Whoever reaches the HTTP door. */
        EVERYBODY
    }

    static WatchChoice of(Values values) {
        Readers readers =
                switch (values.choice(Key.METRICS_READERS, "local", "local", "everybody", "nobody")) {
                    case "everybody" -> Readers.EVERYBODY;
                    case "nobody" -> Readers.NOBODY;
                    default -> Readers.LOCAL;
                };
        return new WatchChoice(
                readers, values.find(Key.TRACING_URL) == null ? null : values.address(Key.TRACING_URL), (int)
                        values.number(Key.TRACING_PERCENT, 1, 100));
    }
}
