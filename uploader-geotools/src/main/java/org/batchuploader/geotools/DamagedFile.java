package org.batchuploader.geotools;

import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;

/** The data itself is at fault, in the way the problem says. */
public final class DamagedFile extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public DamagedFile(ProblemCode code, String sentence) {
        super(sentence);
        this.problem = Problem.of(code, sentence);
    }

    /** With the code {@code RECORD_DAMAGED}. */
    public DamagedFile(String sentence) {
        this(ProblemCode.RECORD_DAMAGED, sentence);
    }

    public Problem problem() {
        return problem;
    }
}
