package org.batchuploader.geotools.crs.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.text.CrsText;
import org.jspecify.annotations.Nullable;

/** Finds CRSs by words of their names and of the places they are used in; every word given has to begin one of theirs. */
public final class ByName {
    private final CrsIndex index;

    private record Hit(CrsEntry entry, double score) {}

    public ByName(CrsIndex index) {
        this.index = index;
    }

    /** Best first. */
    public List<CrsCandidate> search(String query, @Nullable Envelope extent, int most) {
        CrsText text = CrsText.of(query);
        Optional<CrsEntry> coded = text.code().isPresent()
                ? index.find(text.authority(), text.code().getAsInt())
                : Optional.empty();
        if (coded.isPresent()) {
            return List.of(candidate(new Hit(coded.get(), 1)));
        }
        List<String> words = Words.of(query);
        if (words.isEmpty()) {
            return List.of();
        }
        int[] numbers = index.vocabulary().numbers(query);
        var byExtent = new ByExtent(index);
        var hits = new ArrayList<Hit>();
        for (CrsEntry entry : index.entries()) {
            if (holdsAll(words, entry) && (extent == null || byExtent.fits(entry, extent))) {
                double score = index.vocabulary().alike(numbers, entry.words());
                score *= entry.deprecated() ? 0.5 : entry.authority().equals("EPSG") ? 1 : 0.9;
                hits.add(new Hit(entry, Math.min(1, score * (1 + 0.02 * Math.min(5, Habit.of(entry) - 1)))));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.entry()
                .code()));
        return hits.stream().limit(most).map(ByName::candidate).toList();
    }

    /** Those whose name has just these words. */
    List<CrsEntry> named(String name) {
        List<String> words = Words.of(name);
        return index.entries().stream()
                .filter(entry -> !entry.deprecated())
                .filter(entry ->
                        entry.names().stream().anyMatch(known -> Words.of(known).equals(words)))
                .toList();
    }

    private static boolean holdsAll(List<String> words, CrsEntry entry) {
        List<String> known = new ArrayList<>(Words.of(String.join(" ", entry.names())));
        if (!begins(words, known)) {
            known.addAll(Words.of(entry.place()));
            return begins(words, known);
        }
        return true;
    }

    private static boolean begins(List<String> words, List<String> known) {
        return words.stream().allMatch(word -> known.stream().anyMatch(k -> k.startsWith(word)));
    }

    private static CrsCandidate candidate(Hit hit) {
        CrsEntry entry = hit.entry();
        String note = entry.deprecated()
                ? entry.successor() == 0 ? "Deprecated. " : "Deprecated, replaced by EPSG:" + entry.successor() + ". "
                : "";
        return new CrsCandidate(
                entry.authorityCode(), entry.name(), Math.round(hit.score() * 1000) / 1000.0, note + entry.place());
    }
}
