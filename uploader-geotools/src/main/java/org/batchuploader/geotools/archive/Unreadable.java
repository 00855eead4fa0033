package org.batchuploader.geotools.archive;

import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.batchuploader.core.inspect.ProblemCode;
import org.tukaani.xz.UnsupportedOptionsException;

/** Why a library cannot unpack something, told to the one who packed it. */
final class Unreadable {
    /** Memory that unpacking may take for its dictionary: enough for 7-Zip's 64 MiB at its strongest. */
    static final int MEMORY_KIB = 80 << 10;

    private Unreadable() {}

    static ArchiveRefused refused(String archive, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        ArchiveRefused refused;
        if (cause instanceof PasswordRequiredException) {
            refused = ArchiveRefused.encrypted(archive);
        } else if (cause instanceof MemoryLimitException) {
            refused = new ArchiveRefused(
                    ProblemCode.ARCHIVE_TOO_LARGE,
                    "%s is packed with a dictionary that takes more than %d MiB of memory."
                            .formatted(archive, MEMORY_KIB >> 10),
                    "Pack it anew with a smaller dictionary, 64 MB at most, or as a zip.");
        } else if (cause instanceof UnsupportedOptionsException || message.contains("nsupported")) {
            refused = new ArchiveRefused(
                    ProblemCode.FORMAT_UNSUPPORTED,
                    archive + " is packed by a method that is not supported.",
                    "Pack it anew with LZMA2, or as a zip, and deliver that.");
        } else {
            refused = ArchiveRefused.damaged(archive + " is damaged or cut off.");
        }
        refused.initCause(cause);
        return refused;
    }
}
