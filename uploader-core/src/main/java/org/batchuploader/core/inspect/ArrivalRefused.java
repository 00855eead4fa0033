package org.batchuploader.core.inspect;

import java.io.IOException;

/** What arrives is hopeless, for the reason given; its bytes need not be kept. */
public final class ArrivalRefused extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ArrivalRefused(Problem problem) {
        super(problem.sentence() + " " + problem.hint());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
