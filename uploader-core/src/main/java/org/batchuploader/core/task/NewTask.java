package org.batchuploader.core.task;

/**
 * A task to be queued.
 *
 * @param owner for whom; the queue takes turns between owners
 * @param orderKey tasks of one key run one after the other in the order queued, also across retries
 */
public record NewTask(Work work, String owner, String orderKey) {}
