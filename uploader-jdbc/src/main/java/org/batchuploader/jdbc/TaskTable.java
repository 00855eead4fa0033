package org.batchuploader.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.NewTask;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code queue_task}: what is to be done. A task is claimable when it is due, the first of its lane, and nothing of
 * its lane is claimed. Every query begins at a row that it is told, never at the rows that are gone.
 */
final class TaskTable {
    private static final String CLAIMABLE =
            """
             AND t.due <= %s
             AND NOT EXISTS (SELECT 1 FROM queue_claim c WHERE c.lane = t.lane)
             AND NOT EXISTS (SELECT 1 FROM queue_task e WHERE e.lane = t.lane AND e.seq < t.seq)
            """;

    /** A task to be queued, and the identifier it has or gets. */
    record Added(TaskId id, NewTask task) {}

    /** Where a task stands. */
    record Place(Line.Key line, long seq) {}

    private final Dialect dialect;
    private final TaskTime time;
    private final String claimable;

    TaskTable(TaskTime time) {
        this.dialect = time.dialect();
        this.time = time;
        claimable = CLAIMABLE.formatted(time.now());
    }

    /** Puts the tasks at the end, in the order of the list. */
    List<Place> insert(Handle handle, List<Added> tasks) {
        String insert =
                """
                INSERT INTO queue_task (id, kind, subject, owner, order_key, lane, urgent, due, attempt, reason)
                SELECT n.id, n.kind, n.subject, n.owner, n.order_key, n.lane, n.urgent, %s, 0, ''
                  FROM UNNEST(CAST(:ids AS VARCHAR ARRAY), CAST(:kinds AS VARCHAR ARRAY),
                              CAST(:subjects AS VARCHAR ARRAY), CAST(:owners AS VARCHAR ARRAY),
                              CAST(:orderKeys AS VARCHAR ARRAY), CAST(:lanes AS BIGINT ARRAY),
                              CAST(:urgents AS BOOLEAN ARRAY)) WITH ORDINALITY
                       AS n (id, kind, subject, owner, order_key, lane, urgent, place)
                 ORDER BY n.place"""
                        .formatted(time.now());
        List<WorkColumns> works =
                tasks.stream().map(t -> WorkColumns.of(t.task().work())).toList();
        return time.bind(handle.createQuery(dialect.changed(insert, "seq, owner, urgent")))
                .bindArray(
                        "ids",
                        String.class,
                        tasks.stream().map(t -> t.id().value()).toList())
                .bindArray(
                        "kinds",
                        String.class,
                        works.stream().map(WorkColumns::kind).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        works.stream().map(WorkColumns::subject).toList())
                .bindArray(
                        "owners",
                        String.class,
                        tasks.stream().map(t -> t.task().owner()).toList())
                .bindArray(
                        "orderKeys",
                        String.class,
                        tasks.stream().map(t -> t.task().orderKey()).toList())
                .bindArray(
                        "lanes",
                        Long.class,
                        tasks.stream().map(t -> Texts.lane(t.task().orderKey())).toList())
                .bindArray(
                        "urgents",
                        Boolean.class,
                        tasks.stream().map(t -> t.task().urgent()).toList())
                .map((row, context) ->
                        new Place(new Line.Key(row.getString("owner"), row.getBoolean("urgent")), row.getLong("seq")))
                .list();
    }

    /** The next claimable tasks of a line behind its cursor. */
    List<QueuedRow> next(Handle handle, Line line, int max) {
        return time.bind(handle.createQuery("SELECT " + QueuedRow.COLUMNS
                        + " FROM queue_task t WHERE t.owner = :owner AND t.urgent = :urgent AND t.seq > :cursor"
                        + claimable + "ORDER BY t.owner, t.urgent, t.seq LIMIT :max"))
                .bind("owner", line.key().owner())
                .bind("urgent", line.key().urgent())
                .bind("cursor", line.cursor())
                .bind("max", max)
                .map((row, context) -> QueuedRow.of(row))
                .list();
    }

    /** Those of the tasks that are claimable. */
    List<QueuedRow> claimable(Handle handle, Collection<Long> tasks) {
        return time.bind(handle.createQuery("SELECT " + QueuedRow.COLUMNS
                        + " FROM queue_task t WHERE t.seq = ANY(CAST(:tasks AS BIGINT ARRAY))" + claimable
                        + "ORDER BY t.seq"))
                .bindArray("tasks", Long.class, tasks)
                .map((row, context) -> QueuedRow.of(row))
                .list();
    }

    /** The first task of each lane that has any. */
    List<Place> firstOfLanes(Handle handle, Collection<Long> lanes) {
        return handle.createQuery(
                        """
                        SELECT t.seq, t.owner, t.urgent FROM queue_task t
                         WHERE t.lane = ANY(CAST(:lanes AS BIGINT ARRAY))
                           AND NOT EXISTS (SELECT 1 FROM queue_task e WHERE e.lane = t.lane AND e.seq < t.seq)""")
                .bindArray("lanes", Long.class, lanes)
                .map((row, context) ->
                        new Place(new Line.Key(row.getString("owner"), row.getBoolean("urgent")), row.getLong("seq")))
                .list();
    }

    /** The first task of each of these lines that still has any, read from its floor on. */
    Map<Line.Key, Long> firstOfLines(Handle handle, Collection<Line> lines) {
        Map<Line.Key, Long> firsts = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT l.owner, l.urgent,
                               (SELECT t.seq FROM queue_task t
                                 WHERE t.owner = l.owner AND t.urgent = l.urgent AND t.seq >= l.floor
                                 ORDER BY t.owner, t.urgent, t.seq LIMIT 1) AS first_seq
                          FROM UNNEST(CAST(:owners AS VARCHAR ARRAY), CAST(:urgents AS BOOLEAN ARRAY),
                                      CAST(:floors AS BIGINT ARRAY)) AS l (owner, urgent, floor)""")
                .bindArray(
                        "owners",
                        String.class,
                        lines.stream().map(l -> l.key().owner()).toList())
                .bindArray(
                        "urgents",
                        Boolean.class,
                        lines.stream().map(l -> l.key().urgent()).toList())
                .bindArray("floors", Long.class, lines.stream().map(Line::floor).toList())
                .map((row, context) -> {
                    long first = row.getLong("first_seq");
                    if (!row.wasNull()) {
                        firsts.put(new Line.Key(row.getString("owner"), row.getBoolean("urgent")), first);
                    }
                    return first;
                })
                .list();
        return firsts;
    }

    /** Hops through the index from owner to owner: the first task of every line there is. */
    List<Place> firstOfAll(Handle handle) {
        return handle
                .createQuery(
                        """
                        WITH RECURSIVE owners (owner) AS (
                          SELECT (SELECT t.owner FROM queue_task t ORDER BY t.owner, t.urgent, t.seq LIMIT 1)
                           UNION ALL
                          SELECT (SELECT t.owner FROM queue_task t WHERE t.owner > o.owner
                                   ORDER BY t.owner, t.urgent, t.seq LIMIT 1)
                            FROM owners o WHERE o.owner IS NOT NULL)
                        SELECT o.owner, u.urgent,
                               (SELECT t.seq FROM queue_task t WHERE t.owner = o.owner AND t.urgent = u.urgent
                                 ORDER BY t.owner, t.urgent, t.seq LIMIT 1) AS seq
                          FROM owners o CROSS JOIN (VALUES (TRUE), (FALSE)) AS u (urgent)
                         WHERE o.owner IS NOT NULL""")
                .map((row, context) -> {
                    long seq = row.getLong("seq");
                    boolean none = row.wasNull();
                    return none
                            ? Optional.<Place>empty()
                            : Optional.of(
                                    new Place(new Line.Key(row.getString("owner"), row.getBoolean("urgent")), seq));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void delete(Handle handle, Collection<Long> tasks) {
        handle.createUpdate("DELETE FROM queue_task WHERE seq = ANY(CAST(:tasks AS BIGINT ARRAY))")
                .bindArray("tasks", Long.class, tasks)
                .execute();
    }

    /** Counts the attempts and says when the task may be claimed again. */
    void putBack(Handle handle, ClaimTable.Row claim, Duration pause, String reason) {
        time.bind(handle.createUpdate("UPDATE queue_task SET attempt = :attempt, reason = :reason, due = "
                        + time.later() + " WHERE seq = :seq"))
                .bind("attempt", claim.attempt())
                .bind("reason", Texts.storable(reason))
                .bind("millis", pause.toMillis())
                .bind("seq", claim.seq())
                .execute();
    }

    /** Counts the attempts of claims whose leases ran out. */
    void countAttempts(Handle handle, List<ClaimTable.Row> claims) {
        var batch = handle.prepareBatch("UPDATE queue_task SET attempt = :attempt WHERE seq = :seq");
        claims.forEach(claim ->
                batch.bind("attempt", claim.attempt()).bind("seq", claim.seq()).add());
        batch.execute();
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM queue_task")
                .mapTo(Long.class)
                .one();
    }

    long position(Handle handle, String orderKey) {
        Optional<Long> before = time.bind(handle.createQuery(
                        """
                        SELECT CASE WHEN EXISTS (SELECT 1 FROM queue_claim c
                                                  WHERE c.lane = f.lane AND c.due > %1$s) THEN 0
                                    ELSE (SELECT COUNT(*) FROM queue_task t WHERE t.seq < f.seq)
                                       - (SELECT COUNT(*) FROM queue_claim c
                                           WHERE c.seq < f.seq AND c.due > %1$s) END
                          FROM queue_task f
                         WHERE f.lane = :lane
                         ORDER BY f.lane, f.seq LIMIT 1"""
                                .formatted(time.now())))
                .bind("lane", Texts.lane(orderKey))
                .mapTo(Long.class)
                .findOne();
        return before.orElse(-1L);
    }
}
