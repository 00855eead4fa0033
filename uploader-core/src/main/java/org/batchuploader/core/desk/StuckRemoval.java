package org.batchuploader.core.desk;

import java.time.Instant;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.publish.Layer;

/**
 * A layer that is to be gone and is not: its removal was refused or failed for too long, and nobody tries again unasked. Its name
 * stays taken meanwhile.
 *
 * @param task by which it is run again
 * @param upload of the dataset it was last published from
 * @param reason in the words of the system that refused
 */
public record StuckRemoval(TaskId task, Layer layer, UploadId upload, String reason, Instant since) {}
