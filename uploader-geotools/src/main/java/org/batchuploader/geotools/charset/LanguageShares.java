package org.batchuploader.geotools.charset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * How much of each language to expect before any foreign byte is looked at: more of those spoken where the data lies,
 * and among those in Latin letters more of those that the plain ASCII texts look like.
 */
final class LanguageShares {
    /** How many times likelier a language is where it is at home. */
    private static final double AT_HOME = 8;

    private final double[] shares;

    private LanguageShares(double[] shares) {
        this.shares = shares;
    }

    static LanguageShares of(List<byte[]> plain, @Nullable Envelope area) {
        double[] shares = new double[Language.values().length];
        double all = 0;
        for (Language language : Language.values()) {
            double share = language.isAtHomeIn(area) ? AT_HOME : 1;
            shares[language.ordinal()] = share;
            all += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        lean(shares, plain);
        return new LanguageShares(shares);
    }

    private static void lean(double[] shares, List<byte[]> plain) {
        var latin = new ArrayList<Language>();
        for (Language language : Language.values()) {
            if (language.script() == Character.UnicodeScript.LATIN) {
                latin.add(language);
            }
        }
        var costs = new ArrayList<double[]>();
        for (byte[] text : plain) {
            char[] letters = new String(text, StandardCharsets.US_ASCII).toCharArray();
            costs.add(latin.stream()
                    .mapToDouble(language ->
                            (double) LetterModels.of(language).cost(letters, letters.length) / LetterModel.NAT)
                    .toArray());
        }
        double[] before =
                latin.stream().mapToDouble(l -> shares[l.ordinal()]).toArray();
        double[] fitted = LanguageMix.shares(costs, before);
        for (int i = 0; i < fitted.length; i++) {
            shares[latin.get(i).ordinal()] = fitted[i];
        }
    }

    double of(Language language) {
        return shares[language.ordinal()];
    }
}
