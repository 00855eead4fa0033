package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this process was told about tasks that have become claimable, until its next claim looks at them. */
final class Hints {
    private static final int REMEMBERED = 10_000;

    private final Set<Long> lanes = new HashSet<>();
    private final Map<Line.Key, Long> ranges = new HashMap<>();
    private boolean everything = true;

    /**
     * What there is to look at.
     *
     * @param lanes whose first task may have become claimable
     * @param ranges from which task on some were queued
     * @param everything whether anything may have become claimable
     */
    record Told(List<Long> lanes, Map<Line.Key, Long> ranges, boolean everything) {}

    synchronized void lanes(Collection<Long> told) {
        lanes.addAll(told);
        if (lanes.size() > REMEMBERED) {
            everything();
        }
    }

    synchronized void range(Line.Key line, long first) {
        ranges.merge(line, first, Math::min);
        if (ranges.size() > REMEMBERED) {
            everything();
        }
    }

    synchronized void everything() {
        everything = true;
        lanes.clear();
        ranges.clear();
    }

    synchronized Told take() {
        var told = new Told(new ArrayList<>(lanes), Map.copyOf(ranges), everything);
        lanes.clear();
        ranges.clear();
        everything = false;
        return told;
    }
}
