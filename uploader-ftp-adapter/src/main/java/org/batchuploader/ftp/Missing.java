package org.batchuploader.ftp;

import java.util.List;
import org.batchuploader.core.bundle.BundleContents;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;

/** What a delivery that is still open waits for. */
final class Missing {
    private Missing() {}

    static String words(Upload upload) {
        BundleContents contents =
                BundleContents.of(upload.files().stream().map(UploadFile::name).toList());
        String base = PartName.of(upload.title()).base();
        List<String> missing =
                contents.missing().stream().map(part -> base + "." + part).toList();
        if (contents.temporary()) {
            return "it has a temporary name; rename it when it is finished.";
        }
        return missing.isEmpty()
                ? "sidecars may still come; otherwise it begins in a moment."
                : String.join(" and ", missing) + ".";
    }
}
