package org.batchuploader.geotools.crs.index;

import java.util.List;

/**
 * How often an answer of its kind was right. The figures were measured on the EPSG dataset written in every dialect, with
 * names and datums blotted out in turn, and with the true answer taken out of the index; docs/crs.md has the curve.
 */
final class Confidence {
    private static final double SAME_NAME = 0.965;

    /** How far behind a deprecated twin is that the text does not mean; nearer, its names say too little. */
    private static final double FAR_BEHIND = CrsMatcher.DEPRECATED + 0.5;

    /** A deprecated twin may be meant all the same: the text is of before there was its successor. */
    private static final double OLD_TWIN = 0.85;

    private Confidence() {}

    /** That the candidate at that place of the ranking is the code that is meant. */
    static double of(List<Evidence> ranked, int place) {
        Evidence evidence = ranked.get(place);
        double alone = meaning(evidence);
        double rivals = 0;
        double twins = 0;
        boolean oldTwin = false;
        for (int i = 0; i < ranked.size(); i++) {
            Evidence other = ranked.get(i);
            boolean twin = other.entry().group() == evidence.entry().group();
            double behind = evidence.score() - other.score();
            if (i != place && twin && other.entry().deprecated()) {
                oldTwin |= behind < FAR_BEHIND;
            } else if (i != place && twin) {
                twins += Math.min(1, Math.exp(-behind * 12));
            } else if (i != place) {
                rivals += behind < 0 ? Math.exp(-behind * 6) : Math.exp(-behind * 12);
            }
        }
        double confidence = alone / (1 + rivals + twins);
        return evidence.entry().deprecated() ? confidence / 2 : oldTwin ? confidence * OLD_TWIN : confidence;
    }

    /** That the candidate does what is meant, whatever code that has. */
    static double meaning(Evidence evidence) {
        double datum = evidence.datum();
        double name = evidence.name();
        double confidence;
        if (name >= SAME_NAME) {
            confidence = datum >= 0.8 ? 0.99 : datum >= 0.5 || datum < 0 ? 0.96 : 0.92;
        } else if (datum >= 0.9) {
            confidence = datum >= SAME_NAME ? 0.97 : 0.92;
        } else if (datum >= 0.7) {
            confidence = name >= 0.3 && name < 0.9 ? 0.75 : 0.85;
        } else if (datum >= 0.5) {
            confidence = name >= 0.3 && name < 0.965 ? 0.45 : 0.7;
        } else if (datum < 0) {
            confidence = 0.7;
        } else {
            confidence = name >= 0.3 ? 0.4 : 0.2;
        }
        return evidence.distance() > Comparison.ROUNDING ? confidence * 0.5 : confidence;
    }
}
