package org.batchuploader.geotools.crs.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.geotools.crs.definition.CrsDefinition;

/**
 * What a definition means, as far as it can be told.
 *
 * @param best the entry ranked first, when it is more likely right than wrong
 * @param certain whether {@code best} needs no confirmation: it, or a code that does exactly the same, is meant
 * @param candidates best first; what comes near, when nothing fits
 */
public record Identification(Optional<CrsEntry> best, boolean certain, List<CrsCandidate> candidates) {
    private static final int MOST = 10;
    private static final double ANSWERED = 0.4;
    private static final double CERTAIN = 0.8;

    public Identification {
        candidates = List.copyOf(candidates);
    }

    /** Compares with every entry. */
    public static Identification of(CrsIndex index, CrsDefinition definition) {
        List<Evidence> ranked = CrsMatcher.rank(index, definition);
        if (ranked.isEmpty()) {
            return new Identification(Optional.empty(), false, Nearest.to(index, definition));
        }
        var candidates = new ArrayList<CrsCandidate>();
        double before = 1;
        for (int i = 0; i < Math.min(MOST, ranked.size()); i++) {
            CrsEntry entry = ranked.get(i).entry();
            before = Math.min(before, Confidence.of(ranked, i));
            candidates.add(new CrsCandidate(
                    entry.authorityCode(),
                    entry.name(),
                    Math.round(before * 1000) / 1000.0,
                    Reason.of(ranked.get(i), ranked.get(0), definition)));
        }
        Evidence first = ranked.get(0);
        double confidence = candidates.get(0).confidence();
        boolean meant = meant(ranked);
        boolean answered = confidence >= ANSWERED || meant;
        return new Identification(
                answered ? Optional.of(first.entry()) : Optional.empty(),
                meant || confidence >= CERTAIN,
                candidates);
    }

    /** Whether all that could be meant do the same. */
    private static boolean meant(List<Evidence> ranked) {
        var groups = new HashSet<Integer>();
        double lead = ranked.get(0).score() - 0.1;
        ranked.stream().filter(e -> e.score() > lead).forEach(e -> groups.add(e.entry().group()));
        return groups.size() == 1 && Confidence.meaning(ranked.get(0)) >= CERTAIN;
    }
}
