package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.Severity;
import org.jspecify.annotations.Nullable;

/** One finding; {@code awaits} says which correction it waits for. */
public record ProblemJson(
        String code,
        Severity severity,
        String sentence,
        String hint,
        @Nullable String awaits,
        List<CrsCandidate> candidates) {
    public static ProblemJson of(Problem problem) {
        var awaits = problem.awaits();
        return new ProblemJson(
                problem.code().name(),
                problem.severity(),
                problem.sentence(),
                problem.hint(),
                awaits == null ? null : awaits.name(),
                problem.candidates());
    }
}
