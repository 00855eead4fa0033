package org.batchuploader.core.staging;

import org.batchuploader.core.id.BlobId;

/**
 * A sealed blob.
 *
 * @param size in bytes
 */
public record StagedFile(BlobId blob, long size) {}
