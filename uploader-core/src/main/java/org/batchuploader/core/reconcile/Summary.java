package org.batchuploader.core.reconcile;

/**
 * What a look came to.
 *
 * @param layers that were compared
 * @param busy layers that were being worked on and so not compared
 * @param drifts that were told
 * @param queued drifts that ordinary work was queued for
 */
public record Summary(int layers, int busy, int drifts, int queued) {
    /** Whether something is not as it should be and stays so. */
    public boolean isAmiss() {
        return drifts > queued;
    }
}
