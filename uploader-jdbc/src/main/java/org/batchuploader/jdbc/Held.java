package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batchuploader.core.task.Claim;

/**
 * Claims that hold, and the locked rows they are in.
 *
 * @param tasks of the claims, in the same order
 */
record Held(List<Claim> claims, List<ClaimTable.Task> tasks, Collection<ClaimTable.Row> rows) {
    static Held of(Map<Long, ClaimTable.Row> locked, Collection<Claim> claims) {
        List<Claim> held = new ArrayList<>();
        List<ClaimTable.Task> tasks = new ArrayList<>();
        Set<ClaimTable.Row> rows = new LinkedHashSet<>();
        for (Claim claim : claims) {
            ClaimTable.Row row = locked.get(ClaimTable.id(claim));
            long lane = Texts.lane(claim.orderKey());
            int place = row == null ? -1 : row.lanes().indexOf(lane);
            if (row != null && place >= 0) {
                held.add(claim);
                tasks.add(new ClaimTable.Task(lane, row.seqs().get(place)));
                rows.add(row);
            }
        }
        return new Held(held, tasks, rows);
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    List<Long> lanes() {
        return tasks.stream().map(ClaimTable.Task::lane).toList();
    }

    List<Long> seqs() {
        return tasks.stream().map(ClaimTable.Task::seq).toList();
    }
}
