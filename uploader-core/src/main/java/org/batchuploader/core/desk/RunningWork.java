package org.batchuploader.core.desk;

import java.time.Duration;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.task.TaskQueue.RunningTask;
import org.jspecify.annotations.Nullable;

/**
 * A task that is worked on.
 *
 * @param upload whose it is; absent where that is gone, or the work is on none
 * @param title of the upload
 * @param step what is being done of it: a step's name, a state, or the kind of work
 * @param ofTask for how long the task has been worked on
 * @param ofStep for how long the step has
 */
public record RunningWork(
        RunningTask task,
        @Nullable UploadId upload,
        @Nullable String title,
        String step,
        Duration ofTask,
        Duration ofStep) {}
