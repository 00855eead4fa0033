package org.batchuploader.benchmarks.charset;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints scores side by side, as tables of Markdown. */
final class Report {
    private Report() {}

    static void print(List<Score> scores) {
        header("right at first place, %", scores);
        row("all", scores, score -> score.overall().toString());
        row("all but UTF-8", scores, score -> score.legacy().toString());
        for (int size : scores.get(0).bySize().keySet()) {
            row(size + " names", scores, score -> String.valueOf(score.bySize().get(size)));
        }
        row("Macintosh sets, apart", scores, score -> score.macintosh().toString());
        row("ms a table", scores, score -> "%.1f".formatted(score.millis()));
        System.out.println();
        table("set", scores, Score::bySet);
        table("language", scores, Score::byLanguage);
        table("confidence stated, from tenth", scores, Score::byConfidence);
    }

    private static <K extends Comparable<K>> void table(
            String title, List<Score> scores, Function<Score, Map<K, Score.Tally>> tallies) {
        header(title, scores);
        var keys = new TreeSet<K>();
        scores.forEach(score -> keys.addAll(tallies.apply(score).keySet()));
        for (K key : keys) {
            row(key.toString(), scores, score -> {
                Score.Tally tally = tallies.apply(score).get(key);
                return tally == null ? "-" : tally + " of " + tally.all();
            });
        }
        System.out.println();
    }

    private static void header(String title, List<Score> scores) {
        System.out.println("| " + title + " | " + cells(scores, Score::name) + " |");
        System.out.println("| --- | " + cells(scores, any -> "---:") + " |");
    }

    private static void row(String title, List<Score> scores, Function<Score, String> cell) {
        System.out.println("| " + title + " | " + cells(scores, cell) + " |");
    }

    private static String cells(List<Score> scores, Function<Score, String> cell) {
        return scores.stream().map(cell).collect(Collectors.joining(" | "));
    }
}
