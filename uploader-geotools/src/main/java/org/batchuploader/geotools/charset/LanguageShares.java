package org.batchuploader.geotools.charset;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * How much of each language to expect before any foreign byte is looked at: more of those spoken where the data lies,
 * and among those in Latin letters more of those that the plain ASCII texts look like.
 */
final class LanguageShares {
    /** How many times likelier a language is where it is at home. */
    private static final double AT_HOME = 8;

    private final Map<Language, Double> shares;

    private LanguageShares(Map<Language, Double> shares) {
        this.shares = shares;
    }

    static LanguageShares of(List<byte[]> plain, @Nullable Envelope area) {
        var shares = new EnumMap<Language, Double>(Language.class);
        double all = 0;
        for (Language language : Language.values()) {
            double share = language.isAtHomeIn(area) ? AT_HOME : 1;
            shares.put(language, share);
            all += share;
        }
        double sum = all;
        shares.replaceAll((language, share) -> share / sum);
        var expected = new LanguageShares(shares);
        expected.lean(plain);
        return expected;
    }

    private void lean(List<byte[]> plain) {
        List<Language> latin = shares.keySet().stream()
                .filter(language -> language.script() == Character.UnicodeScript.LATIN)
                .toList();
        List<double[]> costs = plain.stream()
                .map(text -> new String(text, StandardCharsets.US_ASCII).toCharArray())
                .map(letters -> latin.stream()
                        .mapToDouble(language ->
                                (double) LetterModels.of(language).cost(letters, letters.length) / LetterModel.NAT)
                        .toArray())
                .toList();
        double[] fitted =
                LanguageMix.shares(costs, latin.stream().mapToDouble(this::of).toArray());
        for (int i = 0; i < fitted.length; i++) {
            shares.put(latin.get(i), fitted[i]);
        }
    }

    double of(Language language) {
        return shares.getOrDefault(language, 0.0);
    }
}
