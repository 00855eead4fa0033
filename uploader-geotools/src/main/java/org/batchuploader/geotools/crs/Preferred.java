package org.batchuploader.geotools.crs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.index.ByExtent;
import org.batchuploader.geotools.crs.index.CrsEntry;
import org.batchuploader.geotools.crs.index.CrsIndex;
import org.jspecify.annotations.Nullable;

/**
 * Adds what was chosen before to the candidates, as far as the data's extent agrees with it. It goes before what merely
 * fits the extent, and behind what the file itself all but says.
 */
final class Preferred {
    private static final double OWNER = 0.6;
    private static final double SERVICE = 0.4;

    /** What a file all but says itself. */
    private static final double SAID = 0.9;

    /** How often data is in a system that was not chosen before, where some that was would fit. */
    private static final double LEFT = 0.4;

    private final CrsIndex index = CrsIndex.instance();
    private final Map<String, CrsCandidate> before = new LinkedHashMap<>();
    private final Map<String, CrsCandidate> candidates = new LinkedHashMap<>();
    private final @Nullable Envelope extent;
    private final boolean open;

    private Preferred(List<CrsCandidate> candidates, @Nullable Envelope extent, boolean open) {
        candidates.forEach(candidate -> this.candidates.put(candidate.code(), candidate));
        this.extent = extent;
        this.open = open;
    }

    /**
     * All candidates, the likeliest first.
     *
     * @param open whether it may be another than the candidates
     */
    static List<CrsCandidate> order(
            CrsHabits habits, List<CrsCandidate> candidates, @Nullable Envelope extent, boolean open) {
        var preferred = new Preferred(candidates, extent, open);
        preferred.add(habits.owner(), OWNER, "Your data was in this system before");
        preferred.add(habits.service(), SERVICE, "Other data here is in this system");
        return preferred.before.isEmpty() ? candidates : preferred.ranked();
    }

    private List<CrsCandidate> ranked() {
        Stream<CrsCandidate> others = candidates.values().stream()
                .filter(candidate -> !before.containsKey(candidate.code()))
                .map(c -> c.confidence() >= SAID ? c : with(c, c.confidence() * LEFT, c.reason()));
        return Stream.concat(before.values().stream(), others)
                .sorted(Comparator.comparingDouble(CrsCandidate::confidence).reversed())
                .toList();
    }

    private static CrsCandidate with(CrsCandidate candidate, double confidence, String reason) {
        return new CrsCandidate(candidate.code(), candidate.name(), Math.round(1000 * confidence) / 1000.0, reason);
    }

    private void add(List<String> codes, double share, String because) {
        double confidence = share;
        for (String code : codes) {
            Optional<CrsEntry> entry = index.find(code).filter(this::agrees);
            if (entry.isPresent() && !before.containsKey(entry.get().authorityCode())) {
                var habit = new CrsCandidate(
                        entry.get().authorityCode(), entry.get().name(), confidence, "");
                CrsCandidate known = candidates.getOrDefault(habit.code(), habit);
                before.put(
                        habit.code(),
                        with(
                                habit,
                                Math.max(confidence, known.confidence()),
                                because + ", and this lies within the area it is used in."));
                confidence /= 2;
            }
        }
    }

    private boolean agrees(CrsEntry entry) {
        boolean offered = open || candidates.containsKey(entry.authorityCode());
        return offered && (extent == null || new ByExtent(index).fits(entry, extent));
    }
}
