package org.batchuploader.core.task;

import org.batchuploader.core.id.TaskId;

/**
 * A task held by a worker under a lease.
 *
 * @param attempt 1 for the first
 * @param fence grows with every claim of the task; an older claim can no longer write
 */
public record Claim(TaskId task, Work work, String owner, String orderKey, int attempt, long fence) {}
