package org.batchuploader.geotools.charset;

/** What a character is to somebody who wonders whether a text was decoded rightly. Costs are in sixteenths of a nat. */
final class Letters {
    /** The edge of a word: whatever is no letter. */
    static final char EDGE = ' ';

    private static final String USUAL_MARKS = "«»„“”‘’–—°№׳״\u00A0、。・「」（）－，．：～〜";

    /** By character, since every text is weighed in dozens of languages. */
    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    private static final short[] STRANGENESS = new short[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLDED[c] = folded((char) c);
            STRANGENESS[c] = (short) strange((char) c);
        }
    }

    private Letters() {}

    /** A letter as the models know it: small, Romanian's commas as the cedillas that legacy sets have; else the edge. */
    static char fold(char c) {
        return FOLDED[c];
    }

    private static char folded(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? c : c >= 'A' && c <= 'Z' ? (char) (c + 32) : EDGE;
        }
        char small = Character.toLowerCase(c);
        return switch (small) {
            case 'ș' -> 'ş';
            case 'ț' -> 'ţ';
            default -> isLetter(small) ? small : EDGE;
        };
    }

    static boolean isLetter(char c) {
        if (c == 'º' || c == 'ª') {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.LOWERCASE_LETTER
                || type == Character.UPPERCASE_LETTER
                || type == Character.OTHER_LETTER
                || type == Character.MODIFIER_LETTER
                || type == Character.NON_SPACING_MARK
                || c == 'ー';
    }

    /** How unexpected a character is that a language's own letters do not contain. */
    static int strangeness(char c) {
        return STRANGENESS[c];
    }

    private static int strange(char c) {
        if (c < 0x80) {
            return c < 0x20 ? 14 * 16 : Character.isLetter(c) ? 56 : 40;
        }
        if (USUAL_MARKS.indexOf(c) >= 0) {
            return 6 * 16;
        }
        if (isLetter(c)) {
            return 10 * 16;
        }
        int type = Character.getType(c);
        boolean nonsense = c == '\uFFFD'
                || type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
        return nonsense ? 15 * 16 : 12 * 16;
    }
}
