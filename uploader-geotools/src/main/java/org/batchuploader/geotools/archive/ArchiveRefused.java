package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.util.List;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;

/** The archive is not opened any further. An {@link IOException} so that it passes through streams unharmed. */
final class ArchiveRefused extends IOException {
    /** The hint where the archive is sound but not one we read. */
    static final String PACK_ANEW = "Pack it anew as an ordinary zip (method Deflate) and deliver that.";

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    ArchiveRefused(ProblemCode code, String sentence) {
        this(code, sentence, code.hint());
    }

    ArchiveRefused(ProblemCode code, String sentence, String hint) {
        super(sentence);
        this.problem = new Problem(code, code.severity(), sentence, hint, code.awaits(), List.of());
    }

    static ArchiveRefused damaged(String sentence) {
        return new ArchiveRefused(ProblemCode.ARCHIVE_DAMAGED, sentence);
    }

    static ArchiveRefused damaged(String sentence, Throwable cause) {
        ArchiveRefused refused = damaged(sentence);
        refused.initCause(cause);
        return refused;
    }

    static ArchiveRefused tooLarge(String sentence) {
        return new ArchiveRefused(ProblemCode.ARCHIVE_TOO_LARGE, sentence);
    }

    static ArchiveRefused encrypted(String archive) {
        return new ArchiveRefused(ProblemCode.ARCHIVE_ENCRYPTED, archive + " is protected by a password.");
    }

    Problem problem() {
        return problem;
    }
}
