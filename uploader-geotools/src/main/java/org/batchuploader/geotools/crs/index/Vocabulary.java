package org.batchuploader.geotools.crs.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The words of all names, and how much each says: a rare one says more. */
final class Vocabulary {
    private static final float UNKNOWN = 3;
    private static final double ALIAS = 0.97;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final String[] words;
    private final float[] weights;

    Vocabulary(String[] words, float[] weights) {
        this.words = words;
        this.weights = weights;
        for (int i = 0; i < words.length; i++) {
            numbers.put(words[i], i);
        }
    }

    static Vocabulary of(List<List<String>> names) {
        var counts = new HashMap<String, Integer>();
        names.forEach(
                name -> new HashSet<>(Words.of(String.join(" ", name))).forEach(w -> counts.merge(w, 1, Integer::sum)));
        String[] words = counts.keySet().stream().sorted().toArray(String[]::new);
        float[] weights = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            weights[i] = (float) Math.log((double) names.size() / counts.getOrDefault(words[i], 1)) + 0.1f;
        }
        return new Vocabulary(words, weights);
    }

    String[] words() {
        return words;
    }

    float[] weights() {
        return weights;
    }

    /** A name as sorted numbers of its words; each unknown word is a negative number of its own. */
    int[] numbers(String name) {
        List<String> in = Words.of(name);
        int[] result = new int[in.size()];
        int unknown = -1;
        for (int i = 0; i < result.length; i++) {
            Integer number = numbers.get(in.get(i));
            result[i] = number == null ? unknown-- : number;
        }
        Arrays.sort(result);
        return result;
    }

    private double weight(int number) {
        return number < 0 ? UNKNOWN : weights[number];
    }

    /** How alike two names are, in [0, 1]; words that the known one has and the other lacks count more. */
    double alike(int[] given, int[] known) {
        double common = 0;
        double missing = 0;
        double extra = 0;
        int i = 0;
        int j = 0;
        while (i < given.length || j < known.length) {
            if (j == known.length || (i < given.length && given[i] < known[j])) {
                extra += weight(given[i++]);
            } else if (i == given.length || known[j] < given[i]) {
                missing += weight(known[j++]);
            } else {
                common += weight(given[i++]);
                j++;
            }
        }
        return common == 0 ? 0 : common / (common + 0.6 * missing + 0.4 * extra);
    }

    /** The best of several names; aliases are worth a little less. */
    double alike(int[] given, int[][] known) {
        double best = 0;
        for (int i = 0; i < known.length; i++) {
            best = Math.max(best, alike(given, known[i]) * (i == 0 ? 1 : ALIAS));
        }
        return best;
    }

    /** Whether one of the names has all words of the given one. */
    static boolean holds(int[] given, int[][] known) {
        for (int[] name : known) {
            int found = 0;
            for (int i = 0; i < name.length && found < given.length; i++) {
                found += name[i] == given[found] ? 1 : 0;
            }
            if (found == given.length && found > 0) {
                return true;
            }
        }
        return false;
    }
}
