package org.batchuploader.core;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.upload.UploadStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes blobs that nothing refers to: what broke off, was replaced, or was unpacked in vain. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration AGE = Duration.ofHours(24);
    private static final int AT_ONCE = 1000;

    private final InstantSource clock;
    private final StagingArea staging;
    private final UploadStore uploads;
    private final DropStore drops;

    Sweeper(InstantSource clock, StagingArea staging, UploadStore uploads, DropStore drops) {
        this.clock = clock;
        this.staging = staging;
        this.uploads = uploads;
        this.drops = drops;
    }

    void sweep() {
        try {
            List<BlobId> old = staging.olderThan(clock.instant().minus(AGE), Integer.MAX_VALUE);
            for (int from = 0; from < old.size(); from += AT_ONCE) {
                sweep(new HashSet<>(old.subList(from, Math.min(old.size(), from + AT_ONCE))));
            }
        } catch (IOException | RuntimeException e) {
            LOG.atError().setCause(e).log("sweeping the staging area");
        }
    }

    private void sweep(Set<BlobId> blobs) throws IOException {
        Set<BlobId> orphans = new HashSet<>(blobs);
        orphans.removeAll(uploads.referenced(blobs));
        orphans.removeAll(drops.referenced(blobs));
        for (BlobId orphan : orphans) {
            staging.delete(orphan);
        }
        if (!orphans.isEmpty()) {
            LOG.atInfo().addKeyValue("blobs", orphans.size()).log("swept what nothing refers to");
        }
    }
}
