package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.task.Turns;

/** The lines of all owners with tasks waiting, as this process remembers them; one claim at a time uses them. */
final class Lines {
    private final Map<Line.Key, Line> lines = new HashMap<>();

    Optional<Line> find(String owner, boolean urgent) {
        return Optional.ofNullable(lines.get(new Line.Key(owner, urgent)));
    }

    /** This task may be claimable. */
    void name(TaskTable.Place place) {
        Line line = lines.get(place.line());
        if (line == null) {
            line = new Line(place.line(), place.seq());
            line.exhaust();
            lines.put(place.line(), line);
        }
        line.name(place.seq(), place.lane());
    }

    /** From this task on some may be claimable. */
    void from(Line.Key key, long first) {
        lines.computeIfAbsent(key, k -> new Line(k, first)).backTo(first);
    }

    Collection<Line> all() {
        return lines.values();
    }

    /** Goes back to the first task of each line; those without are forgotten. */
    void rewind(Map<Line.Key, Long> firsts) {
        lines.keySet().retainAll(firsts.keySet());
        lines.values().forEach(line -> line.rewind(firsts.getOrDefault(line.key(), 0L)));
    }

    /** The owners with something left to read. */
    List<Turns.Waiting> waiting() {
        Map<String, Long> firsts = new LinkedHashMap<>();
        for (Line line : lines.values()) {
            if (line.hasMore()) {
                firsts.merge(line.key().owner(), line.first(), Math::min);
            }
        }
        List<Turns.Waiting> waiting = new ArrayList<>();
        firsts.forEach((owner, first) -> waiting.add(new Turns.Waiting(owner, first, Long.MAX_VALUE)));
        return waiting;
    }
}
