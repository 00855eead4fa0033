package org.batchuploader.core.pipeline;

import org.batchuploader.core.task.Claim;

/** The worker's claim is void; whatever it was about to write must not be written. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Claim claim) {
        super("the lease of task " + claim.task() + " was lost at attempt " + claim.attempt());
    }
}
