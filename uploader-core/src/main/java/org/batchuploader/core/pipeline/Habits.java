package org.batchuploader.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.upload.UploadStore;

/** What CRSs were used before. The whole service's are counted once in a while only, since that looks at every dataset. */
final class Habits {
    private static final int MOST = 10;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Counted(List<String> codes, Instant at) {}

    private final InstantSource clock;
    private final UploadStore uploads;
    private volatile Counted service = new Counted(List.of(), Instant.MIN);

    Habits(InstantSource clock, UploadStore uploads) {
        this.clock = clock;
        this.uploads = uploads;
    }

    CrsHabits of(String owner) {
        return new CrsHabits(uploads.crsCodes(owner, MOST), service());
    }

    private List<String> service() {
        Instant now = clock.instant();
        Counted counted = service;
        if (counted.at().isBefore(now.minus(KEPT))) {
            counted = new Counted(uploads.crsCodes(null, MOST), now);
            service = counted;
        }
        return counted.codes();
    }
}
