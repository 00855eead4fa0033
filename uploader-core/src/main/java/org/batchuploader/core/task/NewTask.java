package org.batchuploader.core.task;

/**
 * A task to be queued.
 *
 * @param owner for whom; the queue takes turns between owners
 * @param orderKey tasks of one key run one after the other in the order queued, also across retries
 * @param urgent somebody waits for it in front of a screen: it comes before the owner's other tasks, but for those of its
 *     own key that were queued before it
 */
public record NewTask(Work work, String owner, String orderKey, boolean urgent) {
    public NewTask(Work work, String owner, String orderKey) {
        this(work, owner, orderKey, false);
    }
}
