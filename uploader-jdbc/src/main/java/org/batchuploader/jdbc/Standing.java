package org.batchuploader.jdbc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is claimed while a claim is made, its own tasks included. */
final class Standing {
    private final Map<String, Long> claimed = new HashMap<>();
    private final Set<Long> busy = new HashSet<>();

    Standing(List<ClaimTable.Row> rows) {
        for (ClaimTable.Row row : rows) {
            claimed.merge(row.owner(), (long) row.lanes().size(), Long::sum);
            busy.addAll(row.lanes());
        }
    }

    void add(QueuedRow row) {
        claimed.merge(row.owner(), 1L, Long::sum);
        busy.add(row.lane());
    }

    /** How many tasks each owner has claimed. */
    Map<String, Long> claimed() {
        return claimed;
    }

    /** The lanes of which a task is claimed. */
    Set<Long> busy() {
        return busy;
    }
}
