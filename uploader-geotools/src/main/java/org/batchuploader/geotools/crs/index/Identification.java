package org.batchuploader.geotools.crs.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.text.CrsText;

/**
 * What a definition means, as far as it can be told.
 *
 * @param verdict how far it can be told
 * @param best the entry ranked first, present when certain or likely
 * @param candidates best first; what comes near, when nothing fits
 */
public record Identification(Verdict verdict, Optional<CrsEntry> best, List<CrsCandidate> candidates) {
    /** How far it can be told what is meant. */
    public enum Verdict {
        /** The best, or a code that does exactly the same, is meant. */
        CERTAIN,
        /** The best is more likely right than wrong. */
        LIKELY,
        /** One of several is meant. */
        SEVERAL,
        /** Nothing that we know is meant; the candidates only come near. */
        NONE
    }

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 200;
    private static final double ANSWERED = 0.4;
    private static final double POSSIBLE = 0.6;
    private static final double CERTAIN = 0.8;

    public Identification {
        candidates = List.copyOf(candidates);
    }

    /** By what a text defines, says or names. */
    public static Identification of(CrsIndex index, CrsText text) {
        Optional<CrsEntry> coded = text.code().isPresent()
                ? index.find(text.authority(), text.code().getAsInt())
                : Optional.empty();
        if (text.definition().isEmpty()) {
            return coded.isPresent() ? given(coded.get(), "The text is this code.") : named(index, text.name());
        }
        CrsDefinition definition = text.definition().get();
        boolean agrees = coded.isPresent() && CrsMatcher.agrees(index, definition, coded.get());
        return agrees
                ? given(coded.orElseThrow(), "The text gives this code, and its parameters agree.")
                : of(index, definition);
    }

    private static Identification given(CrsEntry entry, String reason) {
        String note = !entry.deprecated()
                ? ""
                : entry.successor() == 0
                        ? " It is deprecated."
                        : " It is deprecated, replaced by EPSG:" + entry.successor() + ".";
        return new Identification(
                Verdict.CERTAIN,
                Optional.of(entry),
                List.of(new CrsCandidate(entry.authorityCode(), entry.name(), 1, reason + note)));
    }

    private static Identification named(CrsIndex index, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return new Identification(Verdict.NONE, Optional.empty(), List.of());
        }
        List<CrsEntry> same = new ByName(index).named(name);
        List<CrsCandidate> candidates = same.stream()
                .limit(MOST)
                .map(entry -> new CrsCandidate(
                        entry.authorityCode(), entry.name(), 0.95 / same.size(), "The text is this name."))
                .toList();
        Verdict verdict = same.isEmpty() ? Verdict.NONE : same.size() == 1 ? Verdict.CERTAIN : Verdict.SEVERAL;
        return new Identification(
                verdict, verdict == Verdict.CERTAIN ? same.stream().findFirst() : Optional.empty(), candidates);
    }

    /** Compares with every entry. */
    static Identification of(CrsIndex index, CrsDefinition definition) {
        List<Evidence> ranked = CrsMatcher.rank(index, definition);
        if (ranked.isEmpty()) {
            return new Identification(Verdict.NONE, Optional.empty(), Nearest.to(index, definition));
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
        Verdict verdict = meant(ranked) || confidence >= CERTAIN
                ? Verdict.CERTAIN
                : confidence >= ANSWERED
                        ? Verdict.LIKELY
                        : Confidence.meaning(first) >= POSSIBLE ? Verdict.SEVERAL : Verdict.NONE;
        boolean answered = verdict == Verdict.CERTAIN || verdict == Verdict.LIKELY;
        return new Identification(verdict, answered ? Optional.of(first.entry()) : Optional.empty(), candidates);
    }

    /** Whether all that could be meant do the same. */
    private static boolean meant(List<Evidence> ranked) {
        var groups = new HashSet<Integer>();
        double lead = ranked.get(0).score() - 0.1;
        ranked.stream()
                .filter(e -> e.score() > lead)
                .forEach(e -> groups.add(e.entry().group()));
        return groups.size() == 1 && Confidence.meaning(ranked.get(0)) >= CERTAIN;
    }
}
