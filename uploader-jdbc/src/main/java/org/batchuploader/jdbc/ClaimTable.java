package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.task.Claim;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Table {@code queue_claim}: what is being done, at most one task of a lane. */
final class ClaimTable {
    private static final int SWEPT_AT_ONCE = 1000;
    private static final int FEW = 20;

    private static final String HELD = " WHERE lane = ANY(CAST(:lanes AS BIGINT ARRAY))"
            + " AND fence = ANY(CAST(:fences AS BIGINT ARRAY)) AND due > ";

    /** A claim as it was stored. */
    record Row(long lane, long seq, String owner, long fence, int attempt) {
        static final String COLUMNS = "lane, seq, owner, fence, attempt";

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("lane"),
                    row.getLong("seq"),
                    row.getString("owner"),
                    row.getLong("fence"),
                    row.getInt("attempt"));
        }
    }

    /**
     * All claims there are.
     *
     * @param turn drawn for the claim that asks; later ones have a higher one
     * @param oldest the turn below which there are none
     * @param claimed how many each owner has
     * @param ranOut whether the lease of one has run out
     */
    record Standing(long turn, long oldest, Map<String, Long> claimed, boolean ranOut) {}

    private record Counted(String owner, long claimed, long turn, boolean ranOut) {}

    private final Dialect dialect;
    private final TaskTime time;
    private final String held;

    ClaimTable(TaskTime time) {
        this.dialect = time.dialect();
        this.time = time;
        this.held = HELD + time.began();
    }

    /** Lets one claim at a time. On PostgreSQL the statements that follow must use indexes, however few rows there seem. */
    void takeTurn(Handle handle) {
        String select = dialect == Dialect.H2
                ? "id"
                : "set_config('enable_seqscan', 'off', TRUE), set_config('enable_hashjoin', 'off', TRUE),"
                        + " set_config('enable_mergejoin', 'off', TRUE), set_config('enable_bitmapscan', 'off', TRUE)";
        handle.createQuery("SELECT " + select + " FROM queue_turn WHERE id = 0 FOR UPDATE")
                .map((row, context) -> row.getString(1))
                .one();
    }

    /** @param oldest the turn below which there were none before */
    Standing standing(Handle handle, long oldest) {
        List<Counted> counts = time.bind(handle.createQuery(
                        """
                        SELECT CAST('' AS VARCHAR(64)) AS owner, CAST(0 AS BIGINT) AS claimed,
                               nextval('queue_fence') AS turn, FALSE AS ran_out
                         UNION ALL
                        SELECT owner, COUNT(*), MIN(turn), MIN(due) <= %s
                          FROM queue_claim WHERE turn >= :oldest GROUP BY owner"""
                                .formatted(time.now())))
                .bind("oldest", oldest)
                .map((row, context) -> new Counted(
                        row.getString("owner"), row.getLong("claimed"), row.getLong("turn"), row.getBoolean("ran_out")))
                .list();
        Map<String, Long> claimed = new HashMap<>();
        long turn = 0;
        long first = Long.MAX_VALUE;
        for (Counted count : counts) {
            if (count.claimed() == 0) {
                turn = count.turn();
            } else {
                claimed.put(count.owner(), count.claimed());
                first = Math.min(first, count.turn());
            }
        }
        return new Standing(
                turn, Math.min(first, turn), claimed, counts.stream().anyMatch(Counted::ranOut));
    }

    /** Takes out claims whose leases ran out, but for those a transaction holds on to. */
    List<Row> sweep(Handle handle, long oldest) {
        List<Row> over = time.bind(handle.createQuery("SELECT " + Row.COLUMNS
                        + " FROM queue_claim WHERE turn >= :oldest AND due <= " + time.now()
                        + " ORDER BY turn LIMIT :limit FOR UPDATE SKIP LOCKED"))
                .bind("oldest", oldest)
                .bind("limit", SWEPT_AT_ONCE)
                .map((row, context) -> Row.of(row))
                .list();
        handle.createUpdate("DELETE FROM queue_claim WHERE lane = ANY(CAST(:lanes AS BIGINT ARRAY))")
                .bindArray("lanes", Long.class, over.stream().map(Row::lane).toList())
                .execute();
        return over;
    }

    /** Claims the rows in their order, the first with {@code firstFence}. */
    List<Claim> insert(Handle handle, List<QueuedRow> rows, long turn, long firstFence, Duration lease) {
        List<Claim> claims = new ArrayList<>();
        List<Long> fences = new ArrayList<>();
        for (QueuedRow row : rows) {
            long fence = firstFence + claims.size();
            fences.add(fence);
            claims.add(row.claim(fence));
        }
        time.bind(handle.createUpdate(
                        """
                        INSERT INTO queue_claim (lane, seq, owner, fence, turn, due, attempt)
                        SELECT n.lane, n.seq, n.owner, n.fence, :turn, %s, n.attempt
                          FROM UNNEST(CAST(:lanes AS BIGINT ARRAY), CAST(:seqs AS BIGINT ARRAY),
                                      CAST(:owners AS VARCHAR ARRAY), CAST(:fences AS BIGINT ARRAY),
                                      CAST(:attempts AS BIGINT ARRAY)) AS n (lane, seq, owner, fence, attempt)"""
                                .formatted(time.later())))
                .bind("turn", turn)
                .bind("millis", lease.toMillis())
                .bindArray(
                        "lanes", Long.class, rows.stream().map(QueuedRow::lane).toList())
                .bindArray("seqs", Long.class, rows.stream().map(QueuedRow::seq).toList())
                .bindArray(
                        "owners",
                        String.class,
                        rows.stream().map(QueuedRow::owner).toList())
                .bindArray("fences", Long.class, fences)
                .bindArray(
                        "attempts",
                        Long.class,
                        rows.stream().map(r -> r.attempt() + 1L).toList())
                .execute();
        return claims;
    }

    /** Locks those of the claims that hold, and gives their fences. */
    Set<Long> lock(Handle handle, List<Claim> claims) {
        return new HashSet<>(bind(handle.createQuery("SELECT fence FROM queue_claim" + held + " FOR UPDATE"), claims)
                .mapTo(Long.class)
                .list());
    }

    /** Makes leases last; the claims must be locked and this process's turn. */
    void extend(Handle handle, Set<Long> fences, List<Claim> claims, Duration lease) {
        bind(
                        handle.createUpdate(
                                "UPDATE queue_claim SET turn = nextval('queue_fence'), due = " + time.later()
                                        + " WHERE lane = ANY(CAST(:lanes AS BIGINT ARRAY))"
                                        + " AND fence = ANY(CAST(:fences AS BIGINT ARRAY))"),
                        claims.stream().filter(c -> fences.contains(c.fence())).toList())
                .bind("millis", lease.toMillis())
                .execute();
    }

    /** Takes the claims that hold out. */
    List<Row> delete(Handle handle, List<Claim> claims) {
        if (claims.size() > FEW && dialect == Dialect.POSTGRESQL) {
            // For many keys a scan looks cheaper than it is.
            handle.execute("SET LOCAL enable_seqscan = off");
        }
        return bind(handle.createQuery(dialect.deleted("DELETE FROM queue_claim" + held, Row.COLUMNS)), claims)
                .map((row, context) -> Row.of(row))
                .list();
    }

    Optional<Row> delete(Handle handle, Claim claim) {
        return delete(handle, List.of(claim)).stream().findFirst();
    }

    /** Ends every lease, which no living process can hold. */
    void endLeases(Handle handle) {
        time.bind(handle.createUpdate("UPDATE queue_claim SET due = " + time.now()))
                .execute();
    }

    /** How many claims hold. */
    long count(Handle handle) {
        return time.bind(handle.createQuery("SELECT COUNT(*) FROM queue_claim WHERE due > " + time.now()))
                .mapTo(Long.class)
                .one();
    }

    private <S extends SqlStatement<S>> S bind(S sql, List<Claim> claims) {
        return time.bind(sql)
                .bindArray(
                        "lanes",
                        Long.class,
                        claims.stream().map(c -> Texts.lane(c.orderKey())).toList())
                .bindArray(
                        "fences", Long.class, claims.stream().map(Claim::fence).toList());
    }
}
