package org.batchuploader.benchmarks.crs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.geotools.crs.CrsSearch;

/** Counts of outcomes. */
final class Tally {
    private static final double SURE = 0.9;

    private int all;
    private int right;
    private int equal;
    private int unknown;
    private int refused;
    private int wrong;
    private int sureAndWrong;
    private final int[] answers = new int[10];
    private final int[] rightAnswers = new int[10];

    /** @param equals codes that nothing in the text tells from the right one */
    void add(String code, Set<String> equals, CrsSearch.Answer answer, boolean known) {
        all++;
        List<CrsCandidate> candidates = answer.candidates();
        if (!answer.answered()) {
            refused++;
            return;
        }
        CrsCandidate first = candidates.get(0);
        boolean correct = first.code().equals(code);
        int bin = (int) Math.min(9, first.confidence() * 10);
        answers[bin]++;
        rightAnswers[bin] += correct ? 1 : 0;
        if (correct) {
            right++;
        } else if (equals.contains(first.code())) {
            equal++;
        } else if (!known) {
            unknown++;
        } else {
            wrong++;
        }
        sureAndWrong += !correct && !equals.contains(first.code()) && first.confidence() > SURE ? 1 : 0;
    }

    void add(Tally other) {
        all += other.all;
        right += other.right;
        equal += other.equal;
        unknown += other.unknown;
        refused += other.refused;
        wrong += other.wrong;
        sureAndWrong += other.sureAndWrong;
    }

    double share() {
        return 100.0 * right / Math.max(1, all);
    }

    double sureAndWrongShare() {
        return 100.0 * sureAndWrong / Math.max(1, all);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %.2f %% | %.3f %% |",
                name,
                all,
                right,
                equal,
                wrong,
                refused,
                unknown,
                share(),
                sureAndWrongShare());
    }

    /** Of the answers with a confidence in each tenth, how many were right. */
    String curve(String name) {
        var row = new StringBuilder("| " + name + " |");
        for (int bin = 3; bin < 10; bin++) {
            row.append(
                    answers[bin] == 0
                            ? " - |"
                            : String.format(
                                    Locale.ROOT,
                                    " %.1f %% of %d |",
                                    100.0 * rightAnswers[bin] / answers[bin],
                                    answers[bin]));
        }
        return row.toString();
    }
}
