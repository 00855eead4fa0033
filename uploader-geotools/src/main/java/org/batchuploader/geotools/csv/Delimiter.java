package org.batchuploader.geotools.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.batchuploader.geotools.DamagedFile;

/** Finds the delimiter: the one by which the first records have the same number of cells, and more than one. */
final class Delimiter {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int LOOKED_AT = 1 << 18;
    private static final int RECORDS = 20;

    private Delimiter() {}

    static char of(TextFile text, boolean tabs) throws IOException {
        char[] head = new char[LOOKED_AT];
        int length = 0;
        try (Reader in = text.open()) {
            for (int got = 0; got >= 0 && length < head.length; length += Math.max(0, got)) {
                got = in.read(head, length, head.length - length);
            }
        }
        String beginning = new String(head, 0, length);
        char best = tabs ? '\t' : ',';
        int most = tabs ? alike(beginning, '\t') : 1;
        for (char candidate : CANDIDATES) {
            int score = alike(beginning, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Records like the first one, weighed by their cells; 0 when the first has one cell only. */
    private static int alike(String beginning, char delimiter) throws IOException {
        int score = 0;
        int first = 0;
        try (CsvReader reader = new CsvReader("", new StringReader(beginning), delimiter)) {
            for (int i = 0; i < RECORDS; i++) {
                int cells = reader.next().size();
                if (i == 0) {
                    first = cells;
                }
                if (first < 2 || cells == 0) {
                    break;
                }
                score += cells == first ? 100 + Math.min(50, cells) : 0;
            }
        } catch (DamagedFile e) {
            return score;
        }
        return score;
    }
}
