package org.batchuploader.core.name;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Words in ASCII letters: accents are dropped, Cyrillic and Greek are transliterated (roughly as ISO 9 and ISO 843 without
 * their marks), other scripts have no letters here and fall out. The idea that names of layers and of fields share.
 */
final class PlainLetters {
    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        each("ßæœøłđðþıħŋſ", "ss ae oe o l d d th i h n s");
        each(
                "абвгдежзиклмнопрстуфхцчшщъыьэюяіѓґєђјљњћќџ",
                "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i g g ye dj j lj nj c k dz");
        each("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
    }

    private PlainLetters() {}

    private static void each(String letters, String plain) {
        String[] words = plain.split(" ");
        for (int i = 0; i < words.length; i++) {
            String small = words[i].equals("-") ? "" : words[i];
            int letter = letters.charAt(i);
            LETTERS.put(letter, small);
            int capital = Character.toUpperCase(letter);
            if (capital != letter) {
                String first = small.isEmpty() ? "" : small.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
                LETTERS.put(capital, small.isEmpty() ? "" : first + small.substring(1));
            }
        }
    }

    /** The words with letters in ASCII where there are such; the rest as it was, without its marks. */
    static String of(String words) {
        var plain = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
                String letters = LETTERS.get(c);
                plain.append(letters == null ? Character.toString(c) : letters);
            }
        });
        return plain.toString();
    }

    /** The same, with one underscore for whatever else is between ASCII letters and digits, and none at the ends. */
    static String joined(String words) {
        return of(words).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }
}
