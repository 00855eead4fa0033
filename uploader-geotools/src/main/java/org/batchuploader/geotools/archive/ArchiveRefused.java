package org.batchuploader.geotools.archive;

import java.io.IOException;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;

/** The archive is not opened any further. An {@link IOException} so that it passes through streams unharmed. */
final class ArchiveRefused extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    ArchiveRefused(ProblemCode code, String sentence) {
        super(sentence);
        this.problem = Problem.of(code, sentence);
    }

    static ArchiveRefused damaged(String sentence) {
        return new ArchiveRefused(ProblemCode.ARCHIVE_DAMAGED, sentence);
    }

    static ArchiveRefused tooLarge(String sentence) {
        return new ArchiveRefused(ProblemCode.ARCHIVE_TOO_LARGE, sentence);
    }

    Problem problem() {
        return problem;
    }
}
