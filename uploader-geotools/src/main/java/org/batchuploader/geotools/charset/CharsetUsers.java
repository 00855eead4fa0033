package org.batchuploader.geotools.charset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The languages to expect in a character set: those it was made for, each with what speaks against the set when that is
 * the language, and with a small share the others of their script, for names from abroad.
 */
final class CharsetUsers {
    /** What a letter of an alphabet costs that we have no counts of. */
    private static final int UNKNOWN_LETTER = 6 * LetterModel.NAT;

    /** The share of languages we do not know, of which only UTF-8 can be the set. */
    private static final double UNKNOWN_SHARE = 0.02;

    /** The share of each language the set was not made for, beside one it was made for. */
    private static final double ABROAD = 0.05;

    /** The share of all of those together. */
    private static final double MOST_ABROAD = 0.08;

    private final List<Language> languages = new ArrayList<>();
    private final List<Double> handicaps = new ArrayList<>();
    private int own;

    /** Adds a language the set was made for. */
    void add(Language language, double handicap) {
        languages.add(own, language);
        handicaps.add(handicap);
        own++;
    }

    /** Adds the other languages of the script, after all that the set was made for. */
    void addNeighbours() {
        var script = languages.get(0).script();
        for (Language language : Language.values()) {
            if (language.script() == script && !languages.contains(language)) {
                languages.add(language);
            }
        }
    }

    /** What the text just read costs in each language, in nats; the last is a language unknown. */
    double[] costs(ByteReader read, boolean unicode) {
        double[] costs = new double[languages.size() + (unicode ? 1 : 0)];
        for (int l = 0; l < languages.size(); l++) {
            costs[l] = (double) LetterModels.of(languages.get(l)).cost(read.text(), read.length()) / LetterModel.NAT;
        }
        if (unicode) {
            costs[languages.size()] = (double) costWithoutCounts(read) / LetterModel.NAT;
        }
        return costs;
    }

    private static int costWithoutCounts(ByteReader read) {
        int cost = 0;
        for (int i = 0; i < read.length(); i++) {
            char c = read.text()[i];
            boolean letter = Letters.isLetter(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            cost += c >= 0x80 && letter ? UNKNOWN_LETTER : Letters.strangeness(c);
        }
        return cost;
    }

    double[] shares(LanguageShares expected, boolean unicode) {
        double[] shares = new double[languages.size() + (unicode ? 1 : 0)];
        Arrays.fill(shares, UNKNOWN_SHARE);
        for (int l = 0; l < languages.size(); l++) {
            shares[l] = expected.of(languages.get(l)) * (l < own ? 1 : ABROAD);
        }
        return shares;
    }

    /** Keeps names from abroad what they are, exceptions: a set is not made for a language because the texts are in it. */
    double[] capped(double[] shares) {
        double all = Arrays.stream(shares).sum();
        double abroad = 0;
        for (int l = own; l < languages.size(); l++) {
            abroad += shares[l];
        }
        double[] capped = shares.clone();
        double excess = abroad - MOST_ABROAD * all;
        for (int l = 0; l < capped.length && excess > 0; l++) {
            boolean foreign = l >= own && l < languages.size();
            capped[l] *= foreign ? MOST_ABROAD * all / abroad : (1 - MOST_ABROAD) * all / (all - abroad);
        }
        return capped;
    }

    /** What speaks against the set, the languages being mixed like that. */
    double handicap(double[] shares) {
        double sum = 0;
        double all = 0;
        for (int l = 0; l < own; l++) {
            sum += shares[l] * handicaps.get(l);
            all += shares[l];
        }
        return sum / all;
    }

    /** The tag of the language with the largest share. */
    String foremost(double[] shares) {
        int best = 0;
        for (int l = 1; l < shares.length; l++) {
            best = shares[l] > shares[best] ? l : best;
        }
        return best < languages.size() ? languages.get(best).tag() : "und";
    }
}
