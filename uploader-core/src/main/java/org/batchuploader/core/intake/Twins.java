package org.batchuploader.core.intake;

import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadStore;

/** Whether an owner delivered the same bytes before. */
final class Twins {
    private static final int THIS_AND_ANOTHER = 2;

    private final UploadStore uploads;

    Twins(UploadStore uploads) {
        this.uploads = uploads;
    }

    /** The newest other upload with this file's bytes; only for main files, since many a {@code .prj} is like another. */
    Optional<Receipt.Twin> of(Upload upload, UploadFile file) {
        String sha256 = file.sha256();
        if (sha256 == null || file.size() == 0 || !PartName.of(file.name()).isPrimary()) {
            return Optional.empty();
        }
        return uploads.withBytes(upload.owner(), sha256, THIS_AND_ANOTHER).stream()
                .filter(u -> !u.id().equals(upload.id()))
                .findFirst()
                .map(u -> new Receipt.Twin(u.id(), u.received()));
    }
}
