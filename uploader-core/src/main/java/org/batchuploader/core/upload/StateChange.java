package org.batchuploader.core.upload;

import org.batchuploader.core.id.UploadId;

/**
 * Told to listeners after it was committed.
 *
 * @param entry the row of history it left
 * @param state of the upload as a whole, afterwards
 */
public record StateChange(UploadId upload, String owner, HistoryEntry entry, UploadState state) {}
