package org.batchuploader.core.upload;

import java.time.Instant;
import org.batchuploader.core.id.BlobId;

/**
 * One received file.
 *
 * @param name as the owner sent it, canonical form
 * @param size in bytes
 */
public record UploadFile(String name, BlobId blob, long size, Instant received) {}
