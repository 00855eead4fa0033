/**
 * Queued work under a lease ({@link org.batchuploader.core.task.TaskQueue}) and the transaction that ties it to the stores.
 */
@NullMarked
package org.batchuploader.core.task;

import org.jspecify.annotations.NullMarked;
