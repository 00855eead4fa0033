package org.batchuploader.core.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.UploadId;
import org.jspecify.annotations.Nullable;

/**
 * What a source may tell the sender: the bytes and the row are on disk.
 *
 * @param upload where it went
 * @param bundle the bundle's base name
 * @param missing file names the bundle still needs
 * @param twin an earlier upload with the same bytes, if there is one
 */
public record Receipt(UploadId upload, String bundle, Stage stage, List<String> missing, @Nullable Twin twin) {
    /** An upload by the same owner with the same bytes. */
    public record Twin(UploadId upload, Instant received) {
        /** As the end of a sentence. */
        String words() {
            return "the same bytes as upload " + upload + " of "
                    + DateTimeFormatter.ISO_LOCAL_DATE.format(received.atOffset(ZoneOffset.UTC));
        }
    }

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
        /** Added to an upload that was complete before, and is worked on again with it. */
        MENDING,
        /** Kept under a temporary name, to be renamed. */
        TEMPORARY
    }

    public Receipt {
        missing = List.copyOf(missing);
    }

    Receipt(UploadId upload, String bundle, Stage stage, List<String> missing) {
        this(upload, bundle, stage, missing, null);
    }

    Receipt with(Optional<Twin> same) {
        return new Receipt(upload, bundle, stage, missing, same.orElse(null));
    }

    /** What is to be said about an earlier upload, as the end of a sentence; empty when there is none. */
    public String remark() {
        return twin == null ? "" : twin.words();
    }

    /** What comes next, as the end of a sentence that begins with "received". */
    public String next() {
        return switch (stage) {
            case WAITING -> "waiting for " + String.join(" and ", missing);
            case GATHERING -> "bundle " + bundle + " is complete";
            case QUEUED -> "queued";
            case ADDED -> "added to " + bundle;
            case MENDING -> "added to " + bundle + ", which is worked on again";
            case TEMPORARY -> "rename it when it is finished";
        };
    }
}
