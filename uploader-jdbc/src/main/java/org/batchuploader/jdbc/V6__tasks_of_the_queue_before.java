package org.batchuploader.jdbc;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Brings the tasks of the former table over, in their order: a lane is computed from the key, which SQL cannot. */
final class V6__tasks_of_the_queue_before extends BaseJavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public void migrate(Context context) throws SQLException {
        try (var rows = context.getConnection().createStatement();
                var insert = context.getConnection()
                        .prepareStatement(
                                """
                                INSERT INTO queue_task
                                       (id, kind, subject, owner, order_key, lane, urgent, due, attempt, reason)
                                VALUES (?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?)""")) {
            rows.setFetchSize(AT_ONCE);
            // The lease of a claimed task is over: the process that held it has made way for this one.
            try (var row = rows.executeQuery(
                    """
                    SELECT id, kind, subject, owner, order_key, attempt, reason,
                           CASE WHEN stage = 'PAUSED' THEN due ELSE LEAST(due, CURRENT_TIMESTAMP) END AS due
                      FROM task WHERE stage <> 'DEAD' ORDER BY seq""")) {
                int waiting = 0;
                while (row.next()) {
                    for (int column = 1; column <= 5; column++) {
                        insert.setString(column, row.getString(column));
                    }
                    insert.setLong(6, Texts.lane(row.getString("order_key")));
                    insert.setObject(7, row.getObject("due", OffsetDateTime.class));
                    insert.setInt(8, row.getInt("attempt"));
                    insert.setString(9, row.getString("reason"));
                    insert.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            rows.executeUpdate(
                    """
                    INSERT INTO queue_dead (id, kind, subject, owner, order_key, urgent, died, attempt, reason)
                    SELECT id, kind, subject, owner, order_key, FALSE, due, attempt, reason
                      FROM task WHERE stage = 'DEAD'""");
        }
    }
}
