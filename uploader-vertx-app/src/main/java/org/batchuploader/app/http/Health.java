package org.batchuploader.app.http;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.user.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /livez} and {@code /readyz}. */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Uploader uploader;

    Health(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply live(Exchange exchange) {
        return Reply.json(200, Map.of("status", "live"));
    }

    /** Whether an upload could be taken now: the database answers and the staging area takes bytes. */
    Reply ready(Exchange exchange) {
        try {
            uploader.desk(new Owner("readiness", false, null)).list(Set.of(), null, 1);
            touch(uploader.reception().staging());
            return Reply.json(200, Map.of("status", "ready"));
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().setCause(e).log("not ready");
            throw new Refusal(503, "NOT_READY", "The database or the staging area cannot be used now.");
        }
    }

    private static void touch(StagingArea staging) throws IOException {
        try (StagedWrite write = staging.begin()) {
            staging.delete(write.id());
        }
    }
}
