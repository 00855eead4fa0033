package org.batchuploader.geotools.charset;

import java.util.Arrays;

/**
 * How a language strings its letters together: what each pair costs, in sixteenths of a nat. Languages of many thousand
 * signs are known by the signs alone.
 */
final class LetterModel {
    static final int NAT = 16;
    private static final int UNSEEN_PAIR_WEIGHT = 12;
    private static final int MIXED_WORD = 4 * NAT;
    private static final int CASE_SLIP = 6 * NAT;

    private final byte[][] pages = new byte[256][];
    private final int size;
    private final byte[] pairs;
    private final short[][] signs;

    private LetterModel(int size, byte[] pairs, short[][] signs) {
        this.size = size;
        this.pairs = pairs;
        this.signs = signs;
    }

    /** Of an alphabet. {@code counts[i][j]} is how often {@code alphabet[j]} follows {@code alphabet[i]}; the edge is the first. */
    static LetterModel ofPairs(char[] alphabet, double[][] counts) {
        int n = alphabet.length;
        var model = new LetterModel(n, new byte[n * n], new short[0][]);
        var after = new double[n];
        double all = 0;
        if (n > 255) {
            throw new IllegalArgumentException("an alphabet of " + n + " letters");
        }
        for (double[] row : counts) {
            for (int j = 0; j < n; j++) {
                after[j] += row[j];
                all += row[j];
            }
        }
        for (int i = 0; i < n; i++) {
            model.place(alphabet[i], i);
            double row = Arrays.stream(counts[i]).sum();
            for (int j = 0; j < n; j++) {
                double alone = (after[j] + 0.3) / (all + 0.3 * n);
                double pair = (counts[i][j] + UNSEEN_PAIR_WEIGHT * alone) / (row + UNSEEN_PAIR_WEIGHT);
                model.pairs[i * n + j] = (byte) cost(0.95 * pair + 0.05 * alone);
            }
        }
        return model;
    }

    /** Of signs that are counted alone. */
    static LetterModel ofSigns(char[] alphabet, double[] counts) {
        var model = new LetterModel(0, new byte[0], new short[256][]);
        double all = Arrays.stream(counts).sum();
        for (int i = 0; i < alphabet.length; i++) {
            int page = alphabet[i] >> 8;
            if (model.signs[page] == null) {
                model.signs[page] = new short[256];
            }
            model.signs[page][alphabet[i] & 0xFF] = (short) cost((counts[i] + 0.3) / (all + 3000));
        }
        return model;
    }

    private static int cost(double probability) {
        return Math.min(255, (int) Math.round(-Math.log(probability) * NAT));
    }

    private void place(char letter, int index) {
        int page = letter >> 8;
        if (pages[page] == null) {
            pages[page] = new byte[256];
        }
        pages[page][letter & 0xFF] = (byte) index;
    }

    private int index(char letter) {
        byte[] page = pages[letter >> 8];
        return page == null ? 0 : page[letter & 0xFF] & 0xFF;
    }

    /** What the text costs: minus the logarithm of its likelihood. */
    int cost(char[] text, int length) {
        return signs.length > 0 ? costOfSigns(text, length) : costOfPairs(text, length);
    }

    private int costOfPairs(char[] text, int length) {
        int total = 0;
        int before = 0;
        boolean small = false;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            char letter = Letters.fold(c);
            int index = letter == Letters.EDGE ? 0 : index(letter);
            if (index == 0) {
                total += Letters.strangeness(c);
                small = false;
            } else {
                boolean capital = c != letter;
                total += (pairs[before * size + index] & 0xFF) + (capital && small ? CASE_SLIP : 0);
                small = !capital;
            }
            if (index == 0 && before != 0 && letter == Letters.EDGE) {
                total += (pairs[before * size] & 0xFF) / 2;
            }
            before = index;
        }
        return total;
    }

    private int costOfSigns(char[] text, int length) {
        int total = 0;
        boolean sign = false;
        for (int i = 0; i < length; i++) {
            boolean was = sign;
            sign = text[i] >= 0x80;
            boolean mixed = i > 0 && was != sign && Character.isLetter(text[i - 1]) && Character.isLetter(text[i]);
            total += mixed ? MIXED_WORD : 0;
            short[] page = signs[text[i] >> 8];
            int cost = page == null ? 0 : page[text[i] & 0xFF];
            total += cost > 0 ? cost : Letters.strangeness(text[i]);
        }
        return total;
    }
}
