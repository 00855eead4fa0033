package org.batchuploader.core.upload;

import java.time.Instant;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.staging.StagedFile;
import org.jspecify.annotations.Nullable;

/**
 * One received file.
 *
 * @param name as the owner sent it, canonical form
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal; absent for files from before it was kept
 */
public record UploadFile(String name, BlobId blob, long size, Instant received, @Nullable String sha256) {
    public UploadFile(String name, StagedFile file, Instant received) {
        this(name, file.blob(), file.size(), received, file.sha256());
    }

    /** Whether both have one name, without case, and the same bytes. */
    public boolean isSame(UploadFile other) {
        return sha256 != null && sha256.equals(other.sha256) && size == other.size && name.equalsIgnoreCase(other.name);
    }
}
