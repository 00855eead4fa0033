package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue.DeadTask;
import org.batchuploader.core.task.TaskQueue.Depth;
import org.batchuploader.core.task.Work;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Table {@code task}: what changes or counts single tasks. {@link TaskTurns} chooses the ones to claim. */
final class TaskTable {
    private final TaskTime time;
    private final String held;

    TaskTable(TaskTime time) {
        this.time = time;
        held = " WHERE id = :id AND stage = 'CLAIMED' AND fence = :fence AND due > " + time.began();
    }

    /** @param fence 0 for a new task; a task that is queued again keeps its own, so that old claims stay void */
    void insert(Handle handle, TaskId id, NewTask task, long fence) {
        WorkColumns work = WorkColumns.of(task.work());
        time.bind(handle.createUpdate(
                        """
                        INSERT INTO task
                               (id, kind, subject, owner, order_key, order_hash, stage, due, attempt, fence, reason)
                        VALUES (:id, :kind, :subject, :owner, :orderKey, :orderHash, 'NEW', %s, 0, :fence, '')"""
                                .formatted(time.now())))
                .bind("id", id.value())
                .bind("kind", work.kind())
                .bind("subject", work.subject())
                .bind("owner", task.owner())
                .bind("orderKey", task.orderKey())
                .bind("orderHash", Texts.hash(task.orderKey()))
                .bind("fence", fence)
                .execute();
    }

    boolean extend(Handle handle, Claim claim, Duration lease) {
        return bind(handle.createUpdate("UPDATE task SET due = " + time.later() + held), claim)
                        .bind("millis", lease.toMillis())
                        .execute()
                == 1;
    }

    /** Whether the claim holds; the task's row is locked if so. */
    boolean lock(Handle handle, Claim claim) {
        return bind(handle.createQuery("SELECT id FROM task" + held + " FOR UPDATE"), claim)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    boolean delete(Handle handle, Claim claim) {
        return bind(handle.createUpdate("DELETE FROM task" + held), claim).execute() == 1;
    }

    boolean pause(Handle handle, Claim claim, Duration pause, String reason) {
        return bind(
                                handle.createUpdate("UPDATE task SET stage = 'PAUSED', reason = :reason, due = "
                                        + time.later() + held),
                                claim)
                        .bind("millis", pause.toMillis())
                        .bind("reason", Texts.storable(reason))
                        .execute()
                == 1;
    }

    boolean release(Handle handle, Claim claim) {
        return bind(handle.createUpdate("UPDATE task SET stage = 'READY', attempt = attempt - 1" + held), claim)
                        .execute()
                == 1;
    }

    boolean bury(Handle handle, Claim claim, String reason) {
        return bind(
                                handle.createUpdate(
                                        "UPDATE task SET stage = 'DEAD', reason = :reason, due = " + time.now() + held),
                                claim)
                        .bind("reason", Texts.storable(reason))
                        .execute()
                == 1;
    }

    /** Ends every lease, which no living process can hold. */
    void endLeases(Handle handle) {
        time.bind(handle.createUpdate("UPDATE task SET due = %s WHERE stage = 'CLAIMED'".formatted(time.now())))
                .execute();
    }

    /** Makes the oldest task of the key claimable, after the one before it has gone in the same transaction. */
    void promote(Handle handle, String orderKey) {
        handle.createUpdate(
                        """
                        UPDATE task SET stage = 'READY'
                         WHERE seq = (SELECT MIN(first.seq) FROM (
                                       (SELECT n.seq FROM task n WHERE n.order_hash = :hash AND n.stage = 'NEW'
                                         ORDER BY n.order_hash, n.stage, n.seq LIMIT 1)
                                        UNION ALL
                                       (SELECT b.seq FROM task b WHERE b.order_hash = :hash AND b.stage = 'BEHIND'
                                         ORDER BY b.order_hash, b.stage, b.seq LIMIT 1)) AS first)""")
                .bind("hash", Texts.hash(orderKey))
                .execute();
    }

    /** Takes a dead task out, to be inserted again at the end. */
    boolean revive(Handle handle, TaskId id) {
        var dead = handle.createQuery(
                        """
                        SELECT kind, subject, owner, order_key, fence FROM task
                         WHERE id = :id AND stage = 'DEAD' FOR UPDATE""")
                .bind("id", id.value())
                .map((row, context) -> new Revived(
                        new NewTask(work(row), row.getString("owner"), row.getString("order_key")),
                        row.getLong("fence")))
                .findOne();
        dead.ifPresent(task -> {
            handle.createUpdate("DELETE FROM task WHERE id = :id")
                    .bind("id", id.value())
                    .execute();
            insert(handle, id, task.task(), task.fence());
        });
        return dead.isPresent();
    }

    private record Revived(NewTask task, long fence) {}

    Depth depth(Handle handle) {
        return time.bind(handle.createQuery(
                        """
                        SELECT COUNT(*) AS total,
                               COALESCE(SUM(CASE WHEN stage = 'CLAIMED' AND due > %s THEN 1 ELSE 0 END), 0) AS claimed,
                               COALESCE(SUM(CASE WHEN stage = 'DEAD' THEN 1 ELSE 0 END), 0) AS dead
                          FROM task"""
                                .formatted(time.now())))
                .map((row, context) -> {
                    long claimed = row.getLong("claimed");
                    long dead = row.getLong("dead");
                    return new Depth(row.getLong("total") - claimed - dead, claimed, dead);
                })
                .one();
    }

    long position(Handle handle, String orderKey) {
        Optional<Long> before = time.bind(handle.createQuery(
                        """
                        SELECT CASE WHEN f.stage = 'CLAIMED' AND f.due > %1$s THEN 0
                                    ELSE (SELECT COUNT(*) FROM task t
                                           WHERE t.seq < f.seq AND t.stage <> 'DEAD'
                                             AND NOT (t.stage = 'CLAIMED' AND t.due > %1$s)) END
                          FROM task f
                         WHERE f.order_hash = :hash AND f.stage <> 'DEAD'
                         ORDER BY f.seq LIMIT 1"""
                                .formatted(time.now())))
                .bind("hash", Texts.hash(orderKey))
                .mapTo(Long.class)
                .findOne();
        return before.orElse(-1L);
    }

    List<DeadTask> dead(Handle handle, int limit) {
        return handle.createQuery(
                        """
                        SELECT id, kind, subject, owner, attempt, due, reason
                          FROM task WHERE stage = 'DEAD' ORDER BY stage DESC, due DESC, seq DESC LIMIT :limit""")
                .bind("limit", limit)
                .map((row, context) -> new DeadTask(
                        new TaskId(row.getString("id")),
                        work(row),
                        row.getString("owner"),
                        row.getInt("attempt"),
                        Instants.at(row, "due"),
                        row.getString("reason")))
                .list();
    }

    static Work work(ResultSet row) throws SQLException {
        return new WorkColumns(row.getString("kind"), row.getString("subject")).work();
    }

    private <S extends SqlStatement<S>> S bind(S sql, Claim claim) {
        return time.bind(sql).bind("id", claim.task().value()).bind("fence", claim.fence());
    }
}
