package org.batchuploader.core.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param sentence what is the matter, for a map maker
 * @param hint what can be done
 * @param awaits the correction it waits for; absent unless mendable
 * @param candidates for a CRS problem, best first
 */
public record Problem(
        ProblemCode code,
        Severity severity,
        String sentence,
        String hint,
        @Nullable CorrectionKind awaits,
        List<CrsCandidate> candidates) {
    public Problem {
        candidates = List.copyOf(candidates);
    }

    /** A finding with its code's own severity and hint. */
    public static Problem of(ProblemCode code, String sentence) {
        return new Problem(code, code.severity(), sentence, code.hint(), code.awaits(), List.of());
    }

    /** The same finding in words that say more. */
    public Problem withSentence(String better) {
        return new Problem(code, severity, better, hint, awaits, candidates);
    }

    public Problem withCandidates(List<CrsCandidate> ranked) {
        return new Problem(code, severity, sentence, hint, awaits, ranked);
    }

    /** The same finding with a hint that knows more than its code does. */
    public Problem withHint(String better) {
        return new Problem(code, severity, sentence, better, awaits, candidates);
    }

    /** The same finding, mattering differently; what is not mendable waits for nothing. */
    public Problem withSeverity(Severity other) {
        return new Problem(code, other, sentence, hint, other == Severity.MENDABLE ? code.awaits() : null, candidates);
    }

    public boolean isBlocking() {
        return severity == Severity.MENDABLE || severity == Severity.FATAL;
    }
}
