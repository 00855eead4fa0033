package org.batchuploader.geotools.crs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.index.ByExtent;
import org.batchuploader.geotools.crs.index.CrsEntry;
import org.batchuploader.geotools.crs.index.CrsIndex;
import org.jspecify.annotations.Nullable;

/** What was chosen before comes first, as far as the data's extent agrees with it. */
final class Preferred {
    private static final double OWNER = 0.6;
    private static final double SERVICE = 0.4;

    private Preferred() {}

    static List<CrsCandidate> order(CrsHabits habits, List<CrsCandidate> candidates, @Nullable Envelope extent) {
        var ordered = new ArrayList<CrsCandidate>();
        var seen = new HashSet<String>();
        add(habits.owner(), OWNER, "Your data was in this system before", extent, ordered, seen);
        add(habits.service(), SERVICE, "Other data here is in this system", extent, ordered, seen);
        candidates.stream().filter(candidate -> seen.add(candidate.code())).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static void add(
            List<String> codes,
            double share,
            String because,
            @Nullable Envelope extent,
            List<CrsCandidate> ordered,
            Set<String> seen) {
        CrsIndex index = CrsIndex.instance();
        double confidence = share;
        for (String code : codes) {
            Optional<CrsEntry> entry = index.find(code);
            if (entry.isPresent()
                    && (extent == null || new ByExtent(index).fits(entry.get(), extent))
                    && seen.add(entry.get().authorityCode())) {
                ordered.add(new CrsCandidate(
                        entry.get().authorityCode(),
                        entry.get().name(),
                        confidence,
                        because + ", and this lies within the area it is used in."));
                confidence = Math.round(500 * confidence) / 1000.0;
            }
        }
    }
}
