package org.batchuploader.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code task}: whose turn it is. Of each order key at most one task is {@code READY}, {@code CLAIMED} or
 * {@code PAUSED}, so that a claim need not look behind: it reads the first {@code READY} task of an owner from an index,
 * however many wait.
 */
final class TaskTurns {
    private static final int SWEPT_AT_ONCE = 1000;

    /** An owner with tasks ready. */
    private record Turn(String owner, long claimed, long first) {
        static final Comparator<Turn> ORDER =
                Comparator.comparingLong(Turn::claimed).thenComparingLong(Turn::first);
    }

    private final TaskTime time;

    TaskTurns(TaskTime time) {
        this.time = time;
    }

    List<Claim> claim(Handle handle, int max, Duration lease) {
        sweep(handle, "PAUSED");
        sweep(handle, "CLAIMED");
        var turns = new PriorityQueue<>(Turn.ORDER);
        turns.addAll(turns(handle));
        List<Claim> claims = new ArrayList<>();
        while (claims.size() < max && !turns.isEmpty()) {
            Turn turn = turns.remove();
            take(handle, turn.owner(), lease).ifPresent(taken -> {
                claims.add(taken.claim());
                turns.add(new Turn(turn.owner(), turn.claimed() + 1, taken.seq()));
            });
        }
        return List.copyOf(claims);
    }

    /** Tasks whose pause or lease has run out are ready, but for those a transaction holds on to. */
    private void sweep(Handle handle, String stage) {
        List<Long> due = time.bind(handle.createQuery(
                        """
                        SELECT seq FROM task WHERE stage = :stage AND due <= %s
                         ORDER BY stage, due LIMIT :limit FOR UPDATE SKIP LOCKED"""
                                .formatted(time.now())))
                .bind("stage", stage)
                .bind("limit", SWEPT_AT_ONCE)
                .mapTo(Long.class)
                .list();
        if (!due.isEmpty()) {
            handle.createUpdate("UPDATE task SET stage = 'READY' WHERE seq IN (<due>)")
                    .bindList("due", due)
                    .execute();
        }
    }

    /** Hops through the index from owner to owner. */
    private static List<Turn> turns(Handle handle) {
        return handle.createQuery(
                        """
                        WITH RECURSIVE owners (owner) AS (
                          SELECT (SELECT t.owner FROM task t WHERE t.stage = 'READY'
                                   ORDER BY t.stage, t.owner, t.seq LIMIT 1)
                           UNION ALL
                          SELECT (SELECT t.owner FROM task t WHERE t.stage = 'READY' AND t.owner > o.owner
                                   ORDER BY t.stage, t.owner, t.seq LIMIT 1)
                            FROM owners o WHERE o.owner IS NOT NULL)
                        SELECT o.owner,
                               COALESCE(c.claimed, 0) AS claimed,
                               (SELECT t.seq FROM task t WHERE t.stage = 'READY' AND t.owner = o.owner
                                 ORDER BY t.stage, t.owner, t.seq LIMIT 1) AS first_seq
                          FROM owners o
                          LEFT JOIN (SELECT owner, COUNT(*) AS claimed FROM task WHERE stage = 'CLAIMED'
                                      GROUP BY owner) c ON c.owner = o.owner
                         WHERE o.owner IS NOT NULL""")
                .map((row, context) ->
                        new Turn(row.getString("owner"), row.getLong("claimed"), row.getLong("first_seq")))
                .list();
    }

    private record Taken(long seq, Claim claim) {}

    private Optional<Taken> take(Handle handle, String owner, Duration lease) {
        Optional<Taken> taken = handle.createQuery(
                        """
                        SELECT seq, id, kind, subject, owner, order_key, attempt, fence
                          FROM task WHERE stage = 'READY' AND owner = :owner
                         ORDER BY stage, owner, seq LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .bind("owner", owner)
                .map((row, context) -> new Taken(
                        row.getLong("seq"),
                        new Claim(
                                new TaskId(row.getString("id")),
                                TaskTable.work(row),
                                row.getString("owner"),
                                row.getString("order_key"),
                                row.getInt("attempt") + 1,
                                row.getLong("fence") + 1)))
                .findOne();
        taken.ifPresent(task -> time.bind(handle.createUpdate(
                        """
                        UPDATE task SET stage = 'CLAIMED', attempt = attempt + 1, fence = fence + 1, due = %s
                         WHERE seq = :seq"""
                                .formatted(time.later())))
                .bind("seq", task.seq())
                .bind("millis", lease.toMillis())
                .execute());
        return taken;
    }
}
