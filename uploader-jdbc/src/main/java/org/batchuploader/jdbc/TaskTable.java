package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.NewTask;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Table {@code queue_task}: what is to be done. A task is claimable when it is due, the first of its lane, and nothing of
 * its lane is claimed. Every query begins at a row that it is told, never at the rows that are gone.
 *
 * <p>PostgreSQL's planner believes that a table whose rows are all dead costs nothing to read whole. So the statements
 * leave it no choice: comparisons of rows fit one index only, {@code attempt} is in none, so that no index can answer
 * without being asked for a key, and {@code seq + 0} fits none.
 */
final class TaskTable {
    private static final String CLAIMABLE =
            """
             AND t.due <= %s
             AND NOT (t.lane = ANY(CAST(:busy AS BIGINT ARRAY)))
             AND NOT EXISTS (SELECT 1 FROM queue_task e WHERE e.lane = t.lane AND e.seq < t.seq AND e.attempt >= 0)
            """;

    /** A task to be queued, and the identifier it has or gets. */
    record Added(TaskId id, NewTask task) {}

    /** Where a task stands. */
    record Place(Line.Key line, long seq, long lane) {
        static final String COLUMNS = "seq, owner, urgent, lane";

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    new Line.Key(row.getString("owner"), row.getBoolean("urgent")),
                    row.getLong("seq"),
                    row.getLong("lane"));
        }
    }

    private final Dialect dialect;
    private final TaskTime time;
    private final String claimable;
    private final String fromFloor;

    TaskTable(TaskTime time) {
        this.dialect = time.dialect();
        this.time = time;
        claimable = CLAIMABLE.formatted(time.now());
        fromFloor = dialect == Dialect.H2
                ? "t.owner = l.owner AND t.urgent = l.urgent AND t.seq >= l.floor"
                : "(t.owner, t.urgent, t.seq) >= (l.owner, l.urgent, l.floor)"
                        + " AND (t.owner, t.urgent, t.seq) <= (l.owner, l.urgent, " + Long.MAX_VALUE + ")";
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
        return time.bind(handle.createQuery(dialect.changed(insert, Place.COLUMNS)))
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
                .map((row, context) -> Place.of(row))
                .list();
    }

    /** The next claimable tasks of each line behind its cursor, at most as many as wanted of it. */
    Map<Line, List<QueuedRow>> next(Handle handle, Map<Line, Integer> wanted, Collection<Long> busy) {
        Map<Line, List<QueuedRow>> found = new LinkedHashMap<>();
        wanted.keySet().forEach(line -> found.put(line, new ArrayList<>()));
        if (dialect == Dialect.H2) {
            // It has no LATERAL, and as it runs in this process it does not mind many statements.
            wanted.forEach(
                    (line, max) -> found.getOrDefault(line, new ArrayList<>()).addAll(next(handle, line, max, busy)));
            return found;
        }
        List<Line> lines = List.copyOf(wanted.keySet());
        bindKeys(
                        time.bind(handle.createQuery("SELECT l.place, " + QueuedRow.COLUMNS
                                + " FROM UNNEST(:owners, :urgents, :cursors, :maxes)"
                                + " WITH ORDINALITY AS l (owner, urgent, after, max, place) CROSS JOIN LATERAL (SELECT "
                                + QueuedRow.COLUMNS
                                + " FROM queue_task t WHERE (t.owner, t.urgent, t.seq) > (l.owner, l.urgent, l.after)"
                                + " AND (t.owner, t.urgent, t.seq) <= (l.owner, l.urgent, " + Long.MAX_VALUE + ")"
                                + claimable + "ORDER BY t.owner, t.urgent, t.seq LIMIT l.max) t")),
                        lines)
                .bindArray("busy", Long.class, busy)
                .bindArray(
                        "cursors", Long.class, lines.stream().map(Line::cursor).toList())
                .bindArray(
                        "maxes",
                        Long.class,
                        wanted.values().stream().map(Integer::longValue).toList())
                .map((row, context) -> found.getOrDefault(lines.get(row.getInt("place") - 1), new ArrayList<>())
                        .add(QueuedRow.of(row)))
                .list();
        return found;
    }

    private static Query bindKeys(Query query, Collection<Line> lines) {
        return query.bindArray(
                        "owners",
                        String.class,
                        lines.stream().map(l -> l.key().owner()).toList())
                .bindArray(
                        "urgents",
                        Boolean.class,
                        lines.stream().map(l -> l.key().urgent()).toList());
    }

    private List<QueuedRow> next(Handle handle, Line line, int max, Collection<Long> busy) {
        return time.bind(handle.createQuery("SELECT " + QueuedRow.COLUMNS
                        + " FROM queue_task t WHERE t.owner = :owner AND t.urgent = :urgent AND t.seq > :cursor"
                        + claimable + "ORDER BY t.owner, t.urgent, t.seq LIMIT :max"))
                .bind("owner", line.key().owner())
                .bind("urgent", line.key().urgent())
                .bind("cursor", line.cursor())
                .bind("max", max)
                .bindArray("busy", Long.class, busy)
                .map((row, context) -> QueuedRow.of(row))
                .list();
    }

    /** The claimable tasks of these lanes, at most one of each. */
    List<QueuedRow> claimable(Handle handle, Collection<Long> lanes, Collection<Long> busy) {
        return time.bind(handle.createQuery("SELECT " + QueuedRow.COLUMNS
                        + " FROM queue_task t WHERE t.lane = ANY(CAST(:lanes AS BIGINT ARRAY))" + claimable
                        + "ORDER BY t.seq"))
                .bindArray("lanes", Long.class, lanes)
                .bindArray("busy", Long.class, busy)
                .map((row, context) -> QueuedRow.of(row))
                .list();
    }

    /** The first task of each lane that has any. */
    List<Place> firstOfLanes(Handle handle, Collection<Long> lanes) {
        return handle.createQuery(
                        """
                        SELECT t.seq, t.owner, t.urgent, t.lane FROM queue_task t
                         WHERE t.lane = ANY(CAST(:lanes AS BIGINT ARRAY))
                           AND NOT EXISTS (SELECT 1 FROM queue_task e
                                            WHERE e.lane = t.lane AND e.seq < t.seq AND e.attempt >= 0)""")
                .bindArray("lanes", Long.class, lanes)
                .map((row, context) -> Place.of(row))
                .list();
    }

    /** The first task of each of these lines that still has any, read from its floor on. */
    Map<Line.Key, Long> firstOfLines(Handle handle, Collection<Line> lines) {
        Map<Line.Key, Long> firsts = new HashMap<>();
        bindKeys(
                        handle.createQuery(
                                """
                        SELECT l.owner, l.urgent,
                               (SELECT t.seq FROM queue_task t
                                 WHERE %s
                                 ORDER BY t.owner, t.urgent, t.seq LIMIT 1) AS first_seq
                          FROM UNNEST(CAST(:owners AS VARCHAR ARRAY), CAST(:urgents AS BOOLEAN ARRAY),
                                      CAST(:floors AS BIGINT ARRAY)) AS l (owner, urgent, floor)"""
                                        .formatted(fromFloor)),
                        lines)
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
    Map<Line.Key, Long> firstOfAll(Handle handle) {
        return handle.createQuery(
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
                .reduceRows(new HashMap<>(), (firsts, row) -> {
                    Long first = row.getColumn("seq", Long.class);
                    if (first != null) {
                        firsts.put(
                                new Line.Key(
                                        row.getColumn("owner", String.class), row.getColumn("urgent", Boolean.class)),
                                first);
                    }
                    return firsts;
                });
    }

    void delete(Handle handle, List<ClaimTable.Task> tasks) {
        handle.createUpdate("DELETE FROM queue_task WHERE lane = ANY(CAST(:lanes AS BIGINT ARRAY))"
                        + " AND seq + 0 = ANY(CAST(:seqs AS BIGINT ARRAY))")
                .bindArray(
                        "lanes",
                        Long.class,
                        tasks.stream().map(ClaimTable.Task::lane).toList())
                .bindArray(
                        "seqs",
                        Long.class,
                        tasks.stream().map(ClaimTable.Task::seq).toList())
                .execute();
    }

    /** Counts the attempt and says when the task may be claimed again. */
    void putBack(Handle handle, ClaimTable.Task task, Duration pause, String reason) {
        time.bind(handle.createUpdate("UPDATE queue_task SET attempt = attempt + 1, reason = :reason, due = "
                        + time.later() + " WHERE lane = :lane AND seq = :seq"))
                .bind("lane", task.lane())
                .bind("reason", Texts.storable(reason))
                .bind("millis", pause.toMillis())
                .bind("seq", task.seq())
                .execute();
    }

    /** Counts the attempts of claims whose leases ran out. */
    void countAttempts(Handle handle, List<ClaimTable.Row> claims) {
        var batch =
                handle.prepareBatch("UPDATE queue_task SET attempt = attempt + 1 WHERE lane = :lane AND seq = :seq");
        for (ClaimTable.Row claim : claims) {
            for (int i = 0; i < claim.lanes().size(); i++) {
                batch.bind("lane", claim.lanes().get(i))
                        .bind("seq", claim.seqs().get(i))
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM queue_task")
                .mapTo(Long.class)
                .one();
    }

    /** The first task of a lane. */
    Optional<Long> first(Handle handle, long lane) {
        return handle.createQuery("SELECT seq FROM queue_task WHERE lane = :lane ORDER BY lane, seq LIMIT 1")
                .bind("lane", lane)
                .mapTo(Long.class)
                .findOne();
    }

    /** Counts no further than {@code most}. */
    long countBefore(Handle handle, long seq, long most) {
        return handle.createQuery("SELECT COUNT(*) FROM (SELECT 1 FROM queue_task WHERE seq < :seq LIMIT :most) AS few")
                .bind("seq", seq)
                .bind("most", most)
                .mapTo(Long.class)
                .one();
    }
}
