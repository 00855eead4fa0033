package org.batchuploader.core.staging;

import org.batchuploader.core.id.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * A sealed blob.
 *
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal; absent where nobody kept it
 */
public record StagedFile(BlobId blob, long size, @Nullable String sha256) {}
