package org.batchuploader.core.drop;

import java.time.Instant;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.UploadId;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder in an owner's drop folder.
 *
 * @param path canonical: {@code "2024/roads.shp"}, no leading or trailing slash
 * @param blob absent for a folder
 * @param size in bytes, 0 for a folder
 * @param complete whether the transfer ended well; an incomplete file may be resumed and is part of no upload
 * @param upload the upload it went into
 */
public record DropEntry(
        String owner,
        String path,
        @Nullable BlobId blob,
        long size,
        Instant modified,
        boolean complete,
        @Nullable UploadId upload) {
    public boolean isFolder() {
        return blob == null;
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of the folder it is in, {@code ""} at the top. */
    public String folder() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
