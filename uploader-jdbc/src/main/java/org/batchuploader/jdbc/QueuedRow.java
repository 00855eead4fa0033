package org.batchuploader.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.TaskQueue.RunningTask;
import org.batchuploader.core.task.Work;

/**
 * A waiting task as a claim finds it.
 *
 * @param attempt how many there were
 */
record QueuedRow(long seq, TaskId id, Work work, String owner, String orderKey, long lane, int attempt) {
    static final String COLUMNS = "t.seq, t.id, t.kind, t.subject, t.owner, t.order_key, t.lane, t.attempt";

    static QueuedRow of(ResultSet row) throws SQLException {
        return new QueuedRow(
                row.getLong("seq"),
                new TaskId(row.getString("id")),
                WorkColumns.of(row).work(),
                row.getString("owner"),
                row.getString("order_key"),
                row.getLong("lane"),
                row.getInt("attempt"));
    }

    RunningTask running(ClaimTable.Since held) {
        return new RunningTask(id, work, owner, attempt + 1, held.since(), held.node());
    }

    Claim claim(long fence) {
        return new Claim(id, work, owner, orderKey, attempt + 1, fence);
    }
}
