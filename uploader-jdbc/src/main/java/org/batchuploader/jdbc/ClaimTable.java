package org.batchuploader.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.batchuploader.core.task.Claim;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code queue_claim}: what is being done. A claim of many tasks is a row for each owner, which costs next to nothing
 * for a task; a claim of few is a row for each task, since those end one by one. A fence is the row's number and the place
 * in it.
 */
final class ClaimTable {
    private static final int FEW = 16;
    private static final int FENCES = 1000;
    private static final int SWEPT_AT_ONCE = 1000;

    /**
     * Tasks of one owner that were claimed together and have not ended.
     *
     * @param lanes of the tasks, each once
     */
    record Row(long id, long turn, String owner, boolean over, List<Long> lanes, List<Long> seqs) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getLong("turn"),
                    row.getString("owner"),
                    row.getBoolean("over"),
                    longs(row.getArray("lanes")),
                    longs(row.getArray("seqs")));
        }

        private static List<Long> longs(Array array) throws SQLException {
            return Arrays.stream((Object[]) array.getArray())
                    .map(value -> ((Number) value).longValue())
                    .toList();
        }

        /** What stays of it without these. */
        Row without(Set<Long> ended) {
            List<Long> lanesLeft = new ArrayList<>();
            List<Long> seqsLeft = new ArrayList<>();
            for (int i = 0; i < lanes.size(); i++) {
                if (!ended.contains(lanes.get(i))) {
                    lanesLeft.add(lanes.get(i));
                    seqsLeft.add(seqs.get(i));
                }
            }
            return new Row(id, turn, owner, over, lanesLeft, seqsLeft);
        }
    }

    /** A task as its claim knows it. */
    record Task(long lane, long seq) {}

    /** A claimed task, with when and where it was. */
    record Since(Task task, Instant since, String node) {}

    private final Dialect dialect;
    private final TaskTime time;
    private final String node;
    private final String columns;

    /** @param node what this process is called in what it claims */
    ClaimTable(TaskTime time, String node) {
        this.node = node;
        this.dialect = time.dialect();
        this.time = time;
        this.columns = "id, turn, owner, due <= " + time.now() + " AS over, lanes, seqs";
    }

    /** On PostgreSQL the statements that follow must use indexes, however few rows there seem to be. */
    void readByIndex(Handle handle) {
        if (dialect == Dialect.POSTGRESQL) {
            handle.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;"
                    + " SET LOCAL enable_mergejoin = off; SET LOCAL enable_bitmapscan = off");
        }
    }

    /** Lets one claim at a time, and draws its number, which is above all that were drawn before. */
    long takeTurn(Handle handle) {
        handle.execute("SELECT id FROM queue_turn WHERE id = 0 FOR UPDATE");
        return handle.createQuery("SELECT nextval('queue_fence')")
                .mapTo(Long.class)
                .one();
    }

    /** @param oldest the turn below which there are none */
    List<Row> standing(Handle handle, long oldest) {
        return time.bind(handle.createQuery("SELECT " + columns + " FROM queue_claim WHERE turn >= :oldest"))
                .bind("oldest", oldest)
                .map((row, context) -> Row.of(row))
                .list();
    }

    /** Takes out claims whose leases ran out, but for those a transaction holds on to. */
    List<Row> sweep(Handle handle, long oldest) {
        List<Row> over = time.bind(handle.createQuery("SELECT " + columns
                        + " FROM queue_claim WHERE turn >= :oldest AND due <= " + time.now()
                        + " ORDER BY turn LIMIT :limit FOR UPDATE SKIP LOCKED"))
                .bind("oldest", oldest)
                .bind("limit", SWEPT_AT_ONCE)
                .map((row, context) -> Row.of(row))
                .list();
        delete(handle, over.stream().map(Row::id).toList());
        return over;
    }

    /** Claims the rows, in whose order the claims come. */
    List<Claim> insert(Handle handle, List<QueuedRow> rows, long turn, Duration lease) {
        List<List<QueuedRow>> groups = groups(rows);
        Map<Long, Claim> claims = new HashMap<>();
        var batch = handle.prepareBatch("INSERT INTO queue_claim (id, turn, owner, due, lanes, seqs, since, node)"
                + " VALUES (:id, :turn, :owner, " + time.later() + ", :lanes, :seqs, " + time.now() + ", :node)");
        long id = turn;
        for (List<QueuedRow> group : groups) {
            for (int place = 0; place < group.size(); place++) {
                claims.put(group.get(place).seq(), group.get(place).claim(id + place));
            }
            time.bind(batch)
                    .bind("id", id)
                    .bind("turn", turn)
                    .bind("owner", group.get(0).owner())
                    .bind("node", node)
                    .bind("millis", lease.toMillis())
                    .bindArray(
                            "lanes",
                            Long.class,
                            group.stream().map(QueuedRow::lane).toList())
                    .bindArray(
                            "seqs",
                            Long.class,
                            group.stream().map(QueuedRow::seq).toList())
                    .add();
            id += FENCES;
        }
        batch.execute();
        return rows.stream().map(row -> claims.get(row.seq())).toList();
    }

    private static List<List<QueuedRow>> groups(List<QueuedRow> rows) {
        if (rows.size() <= FEW) {
            return rows.stream().map(List::of).toList();
        }
        Map<String, List<QueuedRow>> owners = new LinkedHashMap<>();
        rows.forEach(row ->
                owners.computeIfAbsent(row.owner(), o -> new ArrayList<>()).add(row));
        return List.copyOf(owners.values());
    }

    /** Locks the rows of the claims, and gives those of the claims that hold. */
    Held lock(Handle handle, Collection<Claim> claims) {
        Map<Long, Row> rows = new HashMap<>();
        time.bind(handle.createQuery(
                        "SELECT " + columns + " FROM queue_claim WHERE id = ANY(CAST(:ids AS BIGINT ARRAY))"
                                + " AND due > " + time.began() + " ORDER BY id FOR UPDATE"))
                .bindArray(
                        "ids",
                        Long.class,
                        claims.stream().map(ClaimTable::id).distinct().toList())
                .map((row, context) -> Row.of(row))
                .forEach(row -> rows.put(row.id(), row));
        return Held.of(rows, claims);
    }

    static long id(Claim claim) {
        return claim.fence() - claim.fence() % FENCES;
    }

    /** Makes leases last; the rows must be locked. */
    void extend(Handle handle, Collection<Long> ids, long turn, Duration lease) {
        time.bind(handle.createUpdate("UPDATE queue_claim SET turn = :turn, due = " + time.later()
                        + " WHERE id = ANY(CAST(:ids AS BIGINT ARRAY))"))
                .bind("turn", turn)
                .bind("millis", lease.toMillis())
                .bindArray("ids", Long.class, ids)
                .execute();
    }

    /** Takes out what was held; its rows must be locked. */
    void end(Handle handle, Held held) {
        List<Long> gone = new ArrayList<>();
        var batch = handle.prepareBatch("UPDATE queue_claim SET lanes = :lanes, seqs = :seqs WHERE id = :id");
        Set<Long> ended = new HashSet<>(held.lanes());
        for (Row row : held.rows()) {
            Row left = row.without(ended);
            if (left.lanes().isEmpty()) {
                gone.add(row.id());
            } else {
                batch.bind("id", row.id())
                        .bindArray("lanes", Long.class, left.lanes())
                        .bindArray("seqs", Long.class, left.seqs())
                        .add();
            }
        }
        delete(handle, gone);
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void delete(Handle handle, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            handle.createUpdate("DELETE FROM queue_claim WHERE id = ANY(CAST(:ids AS BIGINT ARRAY))")
                    .bindArray("ids", Long.class, ids)
                    .execute();
        }
    }

    /** Ends every lease, which no living process can hold. */
    void endLeases(Handle handle) {
        time.bind(handle.createUpdate("UPDATE queue_claim SET due = " + time.now()))
                .execute();
    }

    /** What is being done for longest. */
    List<Since> longest(Handle handle, int limit) {
        List<Since> longest = new ArrayList<>();
        time.bind(handle.createQuery("SELECT " + columns + ", since, node FROM queue_claim WHERE due > " + time.now()
                        + " ORDER BY since, id LIMIT :limit"))
                .bind("limit", limit)
                .map((row, context) -> longest.addAll(since(row)))
                .list();
        return longest;
    }

    private static List<Since> since(ResultSet columns) throws SQLException {
        Row row = Row.of(columns);
        Instant since = Instants.at(columns, "since");
        String node = columns.getString("node");
        return IntStream.range(0, row.lanes().size())
                .mapToObj(i -> new Since(new Task(row.lanes().get(i), row.seqs().get(i)), since, node))
                .toList();
    }

    /** What is being done. */
    List<Row> all(Handle handle) {
        return standing(handle, 0).stream().filter(row -> !row.over()).toList();
    }
}
