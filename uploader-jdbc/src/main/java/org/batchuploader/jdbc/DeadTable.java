package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskQueue.DeadTask;
import org.jdbi.v3.core.Handle;

/** Table {@code queue_dead}: what was given up. */
final class DeadTable {
    private static final String COLUMNS = "id, kind, subject, owner, order_key, urgent, died, attempt, reason";

    private final TaskTime time;

    DeadTable(TaskTime time) {
        this.time = time;
    }

    /** Copies the task. */
    void bury(Handle handle, ClaimTable.Task task, String reason) {
        time.bind(handle.createUpdate("INSERT INTO queue_dead (" + COLUMNS + ") SELECT id, kind, subject, owner,"
                        + " order_key, urgent, " + time.now() + ", attempt + 1, CAST(:reason AS TEXT)"
                        + " FROM queue_task WHERE lane = :lane AND seq = :seq"))
                .bind("lane", task.lane())
                .bind("reason", Texts.storable(reason))
                .bind("seq", task.seq())
                .execute();
    }

    /** Takes a dead task out, to be queued again. */
    Optional<NewTask> takeOut(Handle handle, TaskId id) {
        return handle.createQuery(time.dialect().deleted("DELETE FROM queue_dead WHERE id = :id", COLUMNS))
                .bind("id", id.value())
                .map((row, context) -> new NewTask(
                        WorkColumns.of(row).work(),
                        row.getString("owner"),
                        row.getString("order_key"),
                        row.getBoolean("urgent")))
                .findOne();
    }

    List<DeadTask> newest(Handle handle, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM queue_dead ORDER BY died DESC, id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> dead(row))
                .list();
    }

    Optional<DeadTask> find(Handle handle, TaskId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM queue_dead WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> dead(row))
                .findOne();
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM queue_dead")
                .mapTo(Long.class)
                .one();
    }

    private static DeadTask dead(ResultSet row) throws SQLException {
        return new DeadTask(
                new TaskId(row.getString("id")),
                WorkColumns.of(row).work(),
                row.getString("owner"),
                row.getString("order_key"),
                row.getInt("attempt"),
                Instants.at(row, "died"),
                row.getString("reason"));
    }
}
