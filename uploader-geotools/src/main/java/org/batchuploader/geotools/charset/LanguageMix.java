package org.batchuploader.geotools.charset;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as a mixture of languages, because tables hold names from abroad: how likely all of them are together, with the
 * shares of the languages fitted to them (expectation maximisation, a few rounds).
 */
final class LanguageMix {
    private static final int ROUNDS = 4;

    /** Texts' worth of belief in the shares given beforehand. */
    private static final double INERTIA = 3;

    private LanguageMix() {}

    /**
     * Fits the shares to the texts.
     *
     * @param costs in nats, by text and language
     * @param before shares believed in beforehand
     */
    static double[] shares(List<double[]> costs, double[] before) {
        double[] shares = before.clone();
        for (int round = 0; round < ROUNDS && !costs.isEmpty(); round++) {
            double[] sums = Arrays.stream(before).map(share -> INERTIA * share).toArray();
            for (double[] text : costs) {
                double least = least(text);
                double all = 0;
                double[] weights = new double[shares.length];
                for (int l = 0; l < shares.length; l++) {
                    weights[l] = shares[l] * Math.exp(least - text[l]);
                    all += weights[l];
                }
                for (int l = 0; l < shares.length; l++) {
                    sums[l] += weights[l] / all;
                }
            }
            double total = Arrays.stream(sums).sum() / Arrays.stream(before).sum();
            shares = Arrays.stream(sums).map(sum -> sum / total).toArray();
        }
        return shares;
    }

    /** What all the texts cost in nats. */
    static double cost(List<double[]> costs, double[] shares) {
        double total = 0;
        for (double[] text : costs) {
            double least = least(text);
            double all = 0;
            for (int l = 0; l < shares.length; l++) {
                all += shares[l] * Math.exp(least - text[l]);
            }
            total += least - Math.log(all);
        }
        return total;
    }

    private static double least(double[] costs) {
        return Arrays.stream(costs).min().orElse(0);
    }
}
