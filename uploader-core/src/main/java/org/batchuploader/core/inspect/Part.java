package org.batchuploader.core.inspect;

import org.batchuploader.core.id.BlobId;

/**
 * One file of a dataset.
 *
 * @param name its file name as delivered, without folder
 * @param size in bytes
 */
public record Part(String name, BlobId blob, long size) {}
