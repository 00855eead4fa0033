package org.batchuploader.core.drop;

import java.util.Optional;
import org.batchuploader.core.id.UploadId;

/** What follows for a delivery from what is done with its main file afterwards; called in the same transaction. */
public interface MainFiles {
    /** It was deleted. */
    void deleted(UploadId upload);

    /**
     * It is to be at another path of that owner's folder.
     *
     * @return why that cannot be now, a sentence; empty when it is seen to
     */
    Optional<String> moved(UploadId upload, String owner, String path);
}
