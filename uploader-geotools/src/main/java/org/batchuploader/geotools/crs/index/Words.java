package org.batchuploader.geotools.crs.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words of a name in the form that all programs share: {@code "ETRS89 / UTM zone 32N"} and {@code "ETRS_1989_UTM_Zone_32N"}
 * are the same words. Units are left out, since they are compared as numbers.
 */
final class Words {
    private static final Set<String> IGNORED = Set.of(
            "gcs",
            "d",
            "datum",
            "ft",
            "ftus",
            "feet",
            "foot",
            "us",
            "intl",
            "int",
            "m",
            "meter",
            "meters",
            "metre",
            "metres",
            "ussurvey",
            "the",
            "of");
    private static final Map<String, List<String>> SPELLINGS = Map.of(
            "gk", List.of("gauss", "kruger"),
            "krueger", List.of("kruger"),
            "krger", List.of("kruger"),
            "deg", List.of("degree"),
            "ne", List.of("n", "e"),
            "en", List.of("e", "n"),
            "stereo", List.of("stereographic"));

    private Words() {}

    static List<String> of(String name) {
        String plain = plain(name);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            char c = plain.charAt(at);
            int start = at;
            if (Character.isDigit(c)) {
                while (at < plain.length() && Character.isDigit(plain.charAt(at))) {
                    at++;
                }
                words.add(year(plain.substring(start, at), start > 0 ? plain.charAt(start - 1) : ' '));
            } else if (isLetter(c)) {
                while (at < plain.length() && isLetter(plain.charAt(at))) {
                    at++;
                }
                word(plain.substring(start, at), words);
            } else {
                if (c == '+') {
                    words.add("+");
                }
                at++;
            }
        }
        return words;
    }

    private static void word(String word, List<String> words) {
        if (!IGNORED.contains(word)) {
            words.addAll(SPELLINGS.getOrDefault(word, List.of(word)));
        }
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c == '_') {
                plain.append(' ');
            } else {
                boolean point = c == '.' && i > 0 && Character.isDigit(letters.charAt(i - 1));
                if (!point && Character.getType(c) != Character.NON_SPACING_MARK) {
                    plain.append(c);
                }
            }
        }
        return plain.toString()
                .replace("north american", "nad")
                .replace("south american 1969", "sad 1969")
                .replace("european 1950", "ed 1950")
                .replace("european datum 1950", "ed 1950");
    }

    /** Two digits may be a year: right behind letters, {@code NAD83}, behind another year, {@code 05/12}, or beyond all zones. */
    private static String year(String digits, char before) {
        if (digits.length() != 2) {
            return digits;
        }
        int number = Integer.parseInt(digits);
        if ((before == '/' || before == '-') && number < 30) {
            return "20" + digits;
        }
        return number > 60 || (isLetter(before) && number >= 20) ? "19" + digits : digits;
    }
}
