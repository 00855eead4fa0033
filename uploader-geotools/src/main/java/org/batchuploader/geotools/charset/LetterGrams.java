package org.batchuploader.geotools.charset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** What of a text the tables of a language count: pairs of letters, edges of words included, or single signs. */
public final class LetterGrams {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private LetterGrams() {}

    public static List<String> of(Language language, String text) {
        var grams = new ArrayList<String>();
        if (language.isKnownBySigns()) {
            text.chars()
                    .filter(c -> c >= 0x80 && !Character.isSurrogate((char) c))
                    .forEach(c -> grams.add(String.valueOf((char) c)));
            return grams;
        }
        String written = language == Language.VIETNAMESE ? withLooseTones(text) : text;
        char before = Letters.EDGE;
        for (int i = 0; i <= written.length(); i++) {
            char letter = i < written.length() ? Letters.fold(written.charAt(i)) : Letters.EDGE;
            if (before != Letters.EDGE || letter != Letters.EDGE) {
                grams.add(new String(new char[] {before, letter}));
            }
            before = letter;
        }
        return grams;
    }

    /** Vietnamese as windows-1258 has it: the tone behind its letter, as a mark of its own. */
    public static String withLooseTones(String text) {
        var loose = new StringBuilder();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            String parts = Normalizer.normalize(composed.substring(i, i + 1), Normalizer.Form.NFD);
            var rest = new StringBuilder();
            var tone = new StringBuilder();
            parts.chars().forEach(c -> (TONES.indexOf(c) >= 0 ? tone : rest).append((char) c));
            loose.append(Normalizer.normalize(rest, Normalizer.Form.NFC)).append(tone);
        }
        return loose.toString();
    }
}
