package org.batchuploader.geotools.charset;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Counts of a language's pairs of letters, or of its signs, on their way to a {@link LetterModel}. */
final class LetterBook {
    private final boolean signs;
    private final Map<String, Double> counts = new HashMap<>();

    LetterBook(boolean signs) {
        this.signs = signs;
    }

    /** @param grams one behind the other, each of two letters or of one sign */
    void add(double count, String grams) {
        int step = signs ? 1 : 2;
        for (int i = 0; i + step <= grams.length(); i += step) {
            counts.merge(grams.substring(i, i + step), count, Double::sum);
        }
    }

    /** Adds what related languages have, as names from abroad do occur: each pair's share of {@code others}, thinned. */
    void blend(LetterBook others, double share) {
        double own = total();
        double all = others.total();
        others.counts.forEach((gram, count) -> counts.merge(gram, own * share * count / all, Double::sum));
    }

    /** Adds the counts of another, so scaled that they sum up to one. */
    void join(LetterBook other) {
        double all = other.total();
        other.counts.forEach((gram, count) -> counts.merge(gram, count / all, Double::sum));
    }

    private double total() {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    LetterModel model() {
        var letters = new TreeSet<Character>();
        counts.keySet().forEach(gram -> gram.chars().forEach(c -> letters.add((char) c)));
        if (!signs) {
            letters.add(Letters.EDGE);
        }
        var alphabet = new char[letters.size()];
        var positions = new HashMap<Character, Integer>();
        for (char letter : letters) {
            alphabet[positions.size()] = letter;
            positions.put(letter, positions.size());
        }
        return signs ? ofSigns(alphabet) : ofPairs(alphabet, positions);
    }

    private LetterModel ofSigns(char[] alphabet) {
        var each = new double[alphabet.length];
        for (int i = 0; i < alphabet.length; i++) {
            each[i] = counts.getOrDefault(String.valueOf(alphabet[i]), 0.0);
        }
        return LetterModel.ofSigns(alphabet, each);
    }

    private LetterModel ofPairs(char[] alphabet, Map<Character, Integer> positions) {
        var each = new double[alphabet.length][alphabet.length];
        counts.forEach((pair, count) ->
                each[positions.getOrDefault(pair.charAt(0), 0)][positions.getOrDefault(pair.charAt(1), 0)] = count);
        return LetterModel.ofPairs(alphabet, each);
    }
}
