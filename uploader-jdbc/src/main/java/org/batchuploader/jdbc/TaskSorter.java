package org.batchuploader.jdbc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code task}: puts new tasks in the order of their keys, which enqueueing leaves to the next claim so that it
 * needs no lock. One sorts at a time. A task is put behind another only while that one's row is locked and cannot go
 * away, since who takes a task away promotes the next of its key in the same transaction: so none is left behind nothing.
 */
final class TaskSorter {
    private static final int AT_ONCE = 500;
    private static final String FIRSTS =
            """
            SELECT order_hash FROM task
             WHERE order_hash IN (<hashes>) AND stage IN ('READY', 'CLAIMED', 'PAUSED')""";

    private record New(long seq, String hash) {}

    void sort(Handle handle) {
        if (handle.createQuery("SELECT seq FROM task WHERE stage = 'NEW' LIMIT 1")
                .mapTo(Long.class)
                .list()
                .isEmpty()) {
            return;
        }
        handle.createQuery("SELECT id FROM task_sorter FOR UPDATE")
                .mapTo(Integer.class)
                .one();
        List<New> found = lockNew(handle);
        if (!found.isEmpty()) {
            sort(handle, found);
        }
    }

    private static List<New> lockNew(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT seq, order_hash FROM task WHERE stage = 'NEW'
                         ORDER BY stage, due LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .bind("limit", AT_ONCE)
                .map((row, context) -> new New(row.getLong("seq"), row.getString("order_hash")))
                .list();
    }

    private static void sort(Handle handle, List<New> found) {
        List<String> hashes = found.stream().map(New::hash).distinct().toList();
        Set<String> following = hashes(handle, FIRSTS, hashes);
        Set<String> blocked =
                following.isEmpty() ? new HashSet<>() : hashes(handle, FIRSTS + " FOR UPDATE SKIP LOCKED", hashes);
        List<String> leaderless =
                hashes.stream().filter(hash -> !following.contains(hash)).toList();
        List<Long> behind = found.stream()
                .filter(task -> blocked.contains(task.hash()))
                .map(New::seq)
                .toList();
        if (!leaderless.isEmpty()) {
            makeReady(handle, leaderless);
        }
        if (!behind.isEmpty()) {
            handle.createUpdate("UPDATE task SET stage = 'BEHIND' WHERE seq IN (<behind>)")
                    .bindList("behind", behind)
                    .execute();
        }
    }

    private static Set<String> hashes(Handle handle, String select, List<String> hashes) {
        return new HashSet<>(handle.createQuery(select)
                .bindList("hashes", hashes)
                .mapTo(String.class)
                .list());
    }

    /** The oldest of each key is its first; the others stay new and find it the next time. */
    private static void makeReady(Handle handle, List<String> leaderless) {
        handle.createUpdate(
                        """
                        UPDATE task SET stage = 'READY'
                         WHERE seq IN (SELECT MIN(o.seq) FROM task o
                                        WHERE o.order_hash IN (<hashes>) AND o.stage IN ('NEW', 'BEHIND')
                                        GROUP BY o.order_hash)""")
                .bindList("hashes", leaderless)
                .execute();
    }
}
