package org.batchuploader.benchmarks.charset;

import java.util.Map;
import java.util.TreeMap;

/** How often one detector was right. Macintosh sets are counted apart: tables of geodata hardly ever are in them. */
final class Score {
    /** A count that goes on. */
    static final class Tally {
        private int right;
        private int all;

        private void add(boolean good) {
            all++;
            right += good ? 1 : 0;
        }

        int right() {
            return right;
        }

        int all() {
            return all;
        }

        @Override
        public String toString() {
            return all == 0 ? "-" : "%.1f".formatted(100.0 * right / all);
        }
    }

    private final String name;
    private final Tally overall = new Tally();
    private final Tally legacy = new Tally();
    private final Tally macintosh = new Tally();
    private final Map<Integer, Tally> bySize = new TreeMap<>();
    private final Map<String, Tally> byLanguage = new TreeMap<>();
    private final Map<String, Tally> bySet = new TreeMap<>();
    private final Map<Integer, Tally> byConfidence = new TreeMap<>();
    private long nanos;

    Score(String name) {
        this.name = name;
    }

    void add(Corpus.Table table, int size, boolean right, double confidence, long took) {
        nanos += took;
        String set = table.charset().name();
        bySet.computeIfAbsent(set, any -> new Tally()).add(right);
        if (set.startsWith("x-Mac")) {
            macintosh.add(right);
            return;
        }
        overall.add(right);
        if (!set.equals("UTF-8")) {
            legacy.add(right);
        }
        bySize.computeIfAbsent(size, any -> new Tally()).add(right);
        byLanguage.computeIfAbsent(table.language().tag(), any -> new Tally()).add(right);
        byConfidence
                .computeIfAbsent((int) Math.min(9, confidence * 10), any -> new Tally())
                .add(right);
    }

    String name() {
        return name;
    }

    Tally overall() {
        return overall;
    }

    /** Those not in UTF-8, which is easy. */
    Tally legacy() {
        return legacy;
    }

    Tally macintosh() {
        return macintosh;
    }

    Map<Integer, Tally> bySize() {
        return bySize;
    }

    Map<String, Tally> byLanguage() {
        return byLanguage;
    }

    Map<String, Tally> bySet() {
        return bySet;
    }

    Map<Integer, Tally> byConfidence() {
        return byConfidence;
    }

    /** Milliseconds a table, on average. */
    double millis() {
        return nanos / 1e6 / (overall.all() + macintosh.all());
    }
}
