package org.batchuploader.geotools.crs.index;

import org.batchuploader.geotools.crs.definition.CrsDefinition;

/** Why a candidate is offered, in a sentence for the owner. */
final class Reason {
    private static final double ALIKE = 0.9;

    private Reason() {}

    static String of(Evidence evidence, Evidence best, CrsDefinition given) {
        var reason = new StringBuilder(
                evidence.distance() > Comparison.ROUNDING ? "Nearly the same parameters" : "Same parameters");
        boolean datum = evidence.datum() >= ALIKE;
        boolean name = evidence.name() >= ALIKE;
        if (datum && name) {
            reason.append(", datum and name");
        } else if (datum) {
            reason.append(" and datum");
            reason.append(given.name().isEmpty() ? "" : "; named differently");
        } else if (given.datum().isEmpty()) {
            reason.append("; the text names no datum");
        } else {
            reason.append(name ? " and name" : "").append("; datum named differently");
        }
        CrsEntry entry = evidence.entry();
        if (entry.code() != best.entry().code() && entry.group() == best.entry().group()) {
            reason.append("; does the same as ").append(best.entry().authorityCode());
            if (!entry.definition().axes().equals(best.entry().definition().axes())) {
                reason.append(" but for the order of axes");
            }
        }
        if (entry.deprecated()) {
            reason.append("; deprecated");
            if (entry.successor() != 0) {
                reason.append(", replaced by EPSG:").append(entry.successor());
            }
        }
        return reason.append('.').toString();
    }
}
