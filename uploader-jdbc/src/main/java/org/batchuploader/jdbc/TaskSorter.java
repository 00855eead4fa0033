package org.batchuploader.jdbc;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code task}: puts new tasks in the order of their keys, which enqueueing leaves to the next claim so that it
 * needs no lock. One sorts at a time. A task is put behind another only while that one's row is locked and cannot go
 * away, since who takes a task away promotes the next of its key in the same transaction: so none is left behind nothing.
 */
final class TaskSorter {
    private static final int AT_ONCE = 1000;

    void sort(Handle handle) {
        if (newTasks(handle, 1).isEmpty()) {
            return;
        }
        handle.createQuery("SELECT id FROM task_sorter FOR UPDATE")
                .mapTo(Integer.class)
                .one();
        List<Long> found = newTasks(handle, AT_ONCE);
        if (found.isEmpty()) {
            return;
        }
        makeReady(handle, found);
        putBehind(handle, found);
    }

    private static List<Long> newTasks(Handle handle, int limit) {
        return handle.createQuery("SELECT seq FROM task WHERE stage = 'NEW' ORDER BY stage, due LIMIT :limit")
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    private static void makeReady(Handle handle, List<Long> found) {
        handle.createUpdate(
                        """
                        UPDATE task SET stage = 'READY'
                         WHERE stage = 'NEW' AND seq IN (<found>)
                           AND NOT EXISTS (SELECT 1 FROM task o
                                            WHERE o.order_hash = task.order_hash AND o.seq < task.seq
                                              AND o.stage <> 'DEAD')
                           AND NOT EXISTS (SELECT 1 FROM task o
                                            WHERE o.order_hash = task.order_hash
                                              AND o.stage IN ('READY', 'CLAIMED', 'PAUSED'))""")
                .bindList("found", found)
                .execute();
    }

    private static void putBehind(Handle handle, List<Long> found) {
        List<String> firsts = handle.createQuery(
                        """
                        SELECT f.order_hash FROM task f
                         WHERE f.stage IN ('READY', 'CLAIMED', 'PAUSED')
                           AND f.order_hash IN (SELECT n.order_hash FROM task n
                                                 WHERE n.stage = 'NEW' AND n.seq IN (<found>))
                           FOR UPDATE SKIP LOCKED""")
                .bindList("found", found)
                .mapTo(String.class)
                .list();
        if (!firsts.isEmpty()) {
            handle.createUpdate(
                            """
                            UPDATE task SET stage = 'BEHIND'
                             WHERE stage = 'NEW' AND seq IN (<found>) AND order_hash IN (<firsts>)""")
                    .bindList("found", found)
                    .bindList("firsts", firsts)
                    .execute();
        }
    }
}
