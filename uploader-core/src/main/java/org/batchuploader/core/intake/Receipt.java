package org.batchuploader.core.intake;

import java.util.List;
import org.batchuploader.core.id.UploadId;

/**
 * What a source may tell the sender: the bytes and the row are on disk.
 *
 * @param upload where it went
 * @param bundle the bundle's base name
 * @param missing file names the bundle still needs
 */
public record Receipt(UploadId upload, String bundle, Stage stage, List<String> missing) {
    /** What comes next. */
    public enum Stage {
        /** More files are needed. */
        WAITING,
        /** Complete; opened after a short quiet time in which sidecars may still come. */
        GATHERING,
        /** Complete and queued. */
        QUEUED,
        /** Added to an upload that was complete before. */
        ADDED,
        /** Kept under a temporary name, to be renamed. */
        TEMPORARY
    }

    public Receipt {
        missing = List.copyOf(missing);
    }

    /** What comes next, as the end of a sentence that begins with "received". */
    public String next() {
        return switch (stage) {
            case WAITING -> "waiting for " + String.join(" and ", missing);
            case GATHERING -> "bundle " + bundle + " is complete";
            case QUEUED -> "queued";
            case ADDED -> "added to " + bundle;
            case TEMPORARY -> "rename it when it is finished";
        };
    }
}
