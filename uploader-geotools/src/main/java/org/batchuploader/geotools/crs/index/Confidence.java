package org.batchuploader.geotools.crs.index;

import java.util.List;

/**
 * How often an answer of its kind was right. The figures were measured on the EPSG dataset written in every dialect, with
 * names and datums blotted out in turn, and with the true answer taken out of the index; docs/crs.md has the curve.
 */
final class Confidence {
    private static final double SAME_NAME = 0.965;

    private Confidence() {}

    /** That the candidate at that place of the ranking is the code that is meant. */
    static double of(List<Evidence> ranked, int place) {
        Evidence evidence = ranked.get(place);
        double alone = meaning(evidence);
        double rivals = 0;
        double twins = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Evidence other = ranked.get(i);
            if (i != place
                    && !(other.entry().deprecated()
                            && other.entry().group() == evidence.entry().group())) {
                double behind = evidence.score() - other.score();
                double weight = Math.min(1, Math.exp(-behind * 12));
                if (other.entry().group() == evidence.entry().group()) {
                    twins += weight;
                } else {
                    rivals += behind < 0 ? Math.exp(-behind * 6) : weight;
                }
            }
        }
        double confidence = alone / (1 + rivals + twins);
        return evidence.entry().deprecated() ? confidence / 2 : confidence;
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
